import type { Task } from '#contract/task';

import { moveFor, type MoveTarget } from '../../../tasks/moves/moves';

/** The board's part of a drag: nothing, or a card in the air. */
export type Drag = { kind: 'idle' } | { kind: 'lifted'; task: Task; at: Date };

/** What one place looks like while a card is in the air. */
export type Landing =
  | { kind: 'idle' }
  | { kind: 'open' }
  | { kind: 'over' }
  | { kind: 'refusing'; reason: string };

/** `over`: the pointer is above this place. */
export function landingFor(drag: Drag, target: MoveTarget, over: boolean, zone: string): Landing {
  if (drag.kind === 'idle') return { kind: 'idle' };
  const move = moveFor(drag.task, target, drag.at, zone);
  if (move.kind === 'none') return { kind: 'idle' };
  if (move.kind === 'refused') return { kind: 'refusing', reason: move.reason };
  return { kind: over ? 'over' : 'open' };
}
