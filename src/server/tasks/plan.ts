import type { TaskFields } from '../store/tasks/task-fields';

/** What a command will do to one task: the fields it sets, and what must be told to the vendor. */
export type Plan = {
  after: Partial<TaskFields>;
  payload: Record<string, unknown>;
  /** The vendor may send a message to the person when it hears of it. */
  outbound: boolean;
};
