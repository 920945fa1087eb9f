import type { Member } from '#contract/connection';
import type { MatchingCommand } from '#contract/matching';
import { takesDate } from '#contract/takes-date';
import { vendorRules } from '#contract/vendors';

import { Refusal } from '../../refusal';
import { dueOf, type TaskRow } from '../../store/tasks/task-fields';
import { completeTask } from '../complete-task';
import { editTask } from '../edit-task';
import { ignoreTask } from '../ignore-task';
import type { Plan } from '../plan';
import { reopenTask } from '../reopen-task';
import { snoozeTask } from '../snooze-task';

/** What the command will do to one of the tasks that match. Refuses what the task's vendor does not allow. */
export function planMatching(
  command: MatchingCommand,
  task: TaskRow,
  members: readonly Member[],
  now: Date,
): Plan {
  switch (command.kind) {
    case 'complete':
      return completeTask(task, now, undefined);
    case 'ignore':
      return ignoreTask(task, now);
    case 'reopen':
      return reopenTask(task);
    case 'snooze':
      return snoozeMatching(task, command.until);
    case 'priority':
      return edit(task, { priority: command.priority }, members);
    case 'assign': {
      const { label, edit: editable } = vendorRules[task.vendor];
      if (!editable.includes('assigneeId')) throw refuse(`${label} cannot change who does a task.`);
      const assigneeId = command.assignees[task.connection_id];
      if (assigneeId === undefined) throw refuse('This person is not in the team of this task.');
      return edit(task, { assigneeId }, members);
    }
  }
}

function snoozeMatching(
  task: TaskRow,
  { date, instant }: Extract<MatchingCommand, { kind: 'snooze' }>['until'],
): Plan {
  const { label, due, edit } = vendorRules[task.vendor];
  if (!edit.includes('due')) throw refuse(`${label} cannot change when this task is due.`);
  if (takesDate({ due: dueOf(task), kinds: due.kinds })) {
    if (date === undefined) throw refuse('This task is due on a day, without a time.');
    return snoozeTask(task, { kind: 'date', date });
  }
  if (instant === undefined) throw refuse(`${label} needs a time as well as a date.`);
  return snoozeTask(task, { kind: 'instant', at: instant });
}

/** A refusal in one sentence: the names of fields mean nothing to who named none. */
function edit(task: TaskRow, changes: Parameters<typeof editTask>[1], members: readonly Member[]): Plan {
  try {
    return editTask(task, changes, undefined, members, []);
  } catch (error) {
    if (error instanceof Refusal) throw refuse(error.errors[0]?.message ?? error.message);
    throw error;
  }
}

function refuse(message: string): Refusal {
  return new Refusal('invalid', message);
}
