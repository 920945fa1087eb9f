import { vendorRules } from '#contract/vendors';

import type { TaskRow } from '../store/tasks/task-fields';
import type { Plan } from './plan';

/**
 * Not to be done: leaves the list at the vendor without being completed; where the vendor knows no such status, on
 * this board alone.
 */
export function ignoreTask(task: TaskRow, now: Date): Plan {
  const local = vendorRules[task.vendor].ignore === 'board';
  return {
    after: {
      status: 'ignored',
      closedAt: now.toISOString(),
      closedElsewhere: false,
      ...(local && { boardOnly: true }),
    },
    payload: local ? { local } : {},
    outbound: false,
  };
}
