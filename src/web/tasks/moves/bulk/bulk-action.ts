import type { Due } from '#contract/dates';
import type { Priority } from '#contract/vendors';

import type { MoveTarget } from '../moves';

/** What is done to many tasks in one go. */
export type BulkAction =
  | { kind: 'move'; target: MoveTarget }
  | { kind: 'until'; until: Due }
  | { kind: 'priority'; priority: Priority };
