import { taskTitle } from '../../../tasks/face/task-words';
import { statusNames, type MoveTarget } from '../../../tasks/moves/moves';
import { snoozeNames } from '../../../tasks/moves/snooze-times';
import type { Lifted } from './drag';

/** What is spoken while cards are in the air; where they land is told by the command itself. */
export function liftedWords(lifted: Lifted): string {
  return `Lifted ${subject(lifted)}.`;
}

export function overWords(target: MoveTarget): string {
  if (target.kind === 'column') return `Over ${statusNames[target.status]}.`;
  if (target.kind === 'snooze')
    return target.snooze === 'pick' ? 'Over another date.' : `Over ${snoozeNames[target.snooze]}.`;
  return target.person === 'ask' ? 'Over somebody else.' : `Over ${target.person.name}.`;
}

/** Given up, or let go where nothing takes them. */
export function backWords(lifted: Lifted): string {
  return lifted.count === 1
    ? `${subject(lifted)} is back in its place.`
    : `${subject(lifted)} are back in their places.`;
}

function subject({ task, count }: Lifted): string {
  return count === 1 ? `“${taskTitle(task)}”` : `${count.toLocaleString()} tasks`;
}
