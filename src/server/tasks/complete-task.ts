import { vendorRules } from '#contract/vendors';

import { Refusal } from '../refusal';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Plan } from './plan';

/** Done: the vendor hears of it once the hold is over. Refuses a call without its outcome. */
export function completeTask(task: TaskRow, now: Date, outcome: string | undefined): Plan {
  refuseUnknownOutcome(task, outcome);
  return {
    after: { status: 'completed', closedAt: now.toISOString(), closedElsewhere: false },
    payload: outcome === undefined ? {} : { outcome },
    outbound: task.outbound && vendorRules[task.vendor].completingMaySend,
  };
}

function refuseUnknownOutcome(task: TaskRow, outcome: string | undefined): void {
  const { callOutcomes, label } = vendorRules[task.vendor];
  const needed = task.channel === 'call' && callOutcomes.length > 0;
  if (!needed && outcome === undefined) return;
  if (needed && outcome !== undefined && callOutcomes.includes(outcome)) return;
  const message = needed
    ? `${label} asks how the call ended. Choose one of: ${callOutcomes.join(', ')}.`
    : 'Only a call has an outcome. Leave it out.';
  throw new Refusal('invalid', message, [{ path: 'outcome', message }]);
}
