import type { Task } from '#contract/task';

import type { InHand } from '../card/card-actions';
import type { Selection } from './use-selection';

/** What is lifted with a card: all that are selected when it is one of them, else the card alone. */
export function inHand({ ids, tasks, matching }: Selection, task: Task): InHand {
  if (!ids.has(task.id)) return { tasks: [task], count: 1 };
  return { tasks, count: matching?.total ?? tasks.length };
}
