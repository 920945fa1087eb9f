import type { ReactNode } from 'react';

import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { UndoWays } from '../../tasks/steps/use-undo-key';

export type FocusProps = {
  filter: TaskFilter;
  viewName: string;
  /** The task that is worked, from the address; empty for the first, `end` for none any more. */
  wanted: string;
  /** The address is to name another. */
  onWant: (taskId: string) => void;
  /** It is begun by the rep, not found in the address of a page that was loaded again. */
  anew: boolean;
  onClose: () => void;
  onFollowUp: (task: Task) => void;
  onHelp: () => void;
  undoWays: UndoWays;
  /** The person, the message and the history of the task. */
  renderDetails: (task: Task) => ReactNode;
};
