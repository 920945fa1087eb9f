import type { Task } from '#contract/task';

import { planBulk } from '../../../tasks/moves/bulk/plan-bulk';
import { moveFor, type MoveTarget } from '../../../tasks/moves/moves';

/** What is in the air: the card that is held, the tasks that go with it as far as they are known, and how many they are. */
export type Lifted = { task: Task; tasks: readonly Task[]; count: number };

/** The board's part of a drag: nothing, or cards in the air. */
export type Drag = { kind: 'idle' } | ({ kind: 'lifted'; at: Date } & Lifted);

/** What one place looks like while cards are in the air; `some` and `note`: for how many of them, and for how many not and why. */
export type Landing =
  | { kind: 'idle' }
  | { kind: 'open' | 'over'; some: string | null; note: string | null }
  | { kind: 'refusing'; reason: string };

/** `over`: the pointer is above this place. */
export function landingFor(drag: Drag, target: MoveTarget, over: boolean, zone: string): Landing {
  if (drag.kind === 'idle') return { kind: 'idle' };
  const [first] = drag.tasks;
  if (first !== undefined && drag.tasks.length > 1) {
    const { able, left } = planBulk(drag.tasks, { kind: 'move', target }, drag.at);
    if (able > 0) return { kind: over ? 'over' : 'open', some: left && someWords(drag, able), note: left };
    const stays = target.kind === 'column' && drag.tasks.every(({ status }) => status === target.status);
    return stays ? { kind: 'idle' } : { kind: 'refusing', reason: left ?? '' };
  }
  const move = moveFor(drag.task, target, drag.at, zone);
  if (move.kind === 'none') return { kind: 'idle' };
  if (move.kind === 'refused') return { kind: 'refusing', reason: move.reason };
  return { kind: over ? 'over' : 'open', some: null, note: null };
}

/** Of all that match only the loaded ones are known. */
function someWords({ tasks, count }: Lifted, able: number): string {
  return count > tasks.length ? 'Not for all' : `For ${able} of ${count}`;
}
