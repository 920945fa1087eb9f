import { vendorRules } from '#contract/vendors';

import { Refusal } from '../refusal';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Plan } from './plan';

/** Done: the vendor hears of it once the hold is over. Refuses a task that is closed already. */
export function completeTask(task: TaskRow, now: Date, outcome: string | undefined): Plan {
  refuseClosed(task);
  refuseUnknownOutcome(task, outcome);
  return {
    after: { status: 'completed', closedAt: now.toISOString(), closedElsewhere: false },
    payload: outcome === undefined ? {} : { outcome },
    outbound: task.outbound && vendorRules[task.vendor].completingMaySend,
  };
}

/** Throws unless the task is pending; closed tasks take no command. */
export function refuseClosed(task: TaskRow): void {
  if (task.status === 'pending') return;
  const { label, complete } = vendorRules[task.vendor];
  const wayBack =
    task.board_only || (complete === 'reversible' && task.status === 'completed')
      ? 'Reopen it first.'
      : `${label} has no way back from there.`;
  throw new Refusal('conflict', `This task is already ${task.status}. ${wayBack}`);
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
