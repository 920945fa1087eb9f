import type { Task, TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { MoveTarget } from '../moves';

/** What is asked of the selection by a button, a key or a drop; what a menu asks for stays until the menu is closed. */
export type BulkWish =
  | { kind: 'complete' | 'ignore' | 'reopen' | 'snooze' | 'assign' | 'priority' | 'move' }
  | { kind: 'drop'; target: MoveTarget };

/** All tasks of a column that match, loaded or not. */
export type Matching = { status: TaskStatus; filter: TaskFilter; total: number };

/** What the bar of the selection is given. */
export type BulkBarProps = {
  /** The selected tasks that are loaded. */
  tasks: readonly Task[];
  /** Set when the selection is all that match. */
  matching: Matching | null;
  /** How many the selection can be widened to; null when it cannot. */
  offer: number | null;
  onWiden: () => void;
  wish: BulkWish | null;
  onWish: (wish: BulkWish | null) => void;
  /** The selection is over: `changed`, what became of its cards; null: they have left their places. */
  onClear: (changed: 'none' | 'priority' | 'assignee' | null) => void;
};
