import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { taskTitle } from '../../../tasks/face/task-words';

/** Why a task of the queue is passed over, by what it is now; null where it is not known any more. */
export function skipWords(before: Task | null, now: Task | null): string {
  const task = now ?? before;
  const what = task === null ? 'a task' : `“${taskTitle(task)}”`;
  if (now === null || now.status === 'pending') return `Skipped: ${what} is not in this view any more.`;
  if (now.closedElsewhere) return `Skipped: ${what} was closed at ${vendorRules[now.vendor].label}.`;
  return `Skipped: ${what} is ${now.status} already.`;
}
