import { mostStepTasks, type RecentStep, type RecentSteps } from '#contract/recent';

import type { Context } from '../../context';
import { otherWho } from '../../ledger/other-who';
import { countStepStates, stepsOf, tasksOfSteps, type StepTaskRow } from '../../store/steps';

const most = 20;

/** The newest things that the asking rep did, newest first, with what became of each. */
export async function readRecent(ctx: Context): Promise<RecentSteps> {
  const ids = await stepsOf(ctx.db, ctx.workspaceId, ctx.actor, most);
  if (ids.length === 0) return { items: [] };
  const counts = await countStepStates(ctx.db, ctx.workspaceId, ids);
  const rows = await tasksOfSteps(ctx.db, ctx.workspaceId, ids, mostStepTasks);
  return {
    items: ids.flatMap((id) => {
      const own = counts.filter(({ step }) => step === id);
      const tasks = rows.filter(({ step }) => step === id);
      const [first] = tasks;
      if (first === undefined) return [];
      const until = Math.max(...own.map((one) => one.until.getTime()));
      return [present(id, first, tasks, new Date(until), own)];
    }),
  };
}

function present(
  id: string,
  first: StepTaskRow,
  tasks: readonly StepTaskRow[],
  until: Date,
  counts: readonly { state: StepTaskRow['state']; total: number }[],
): RecentStep {
  return {
    id,
    kind: first.kind,
    createdAt: first.created_at.toISOString(),
    holdUntil: until.toISOString(),
    snoozedTo: sameSnooze(tasks),
    states: Object.fromEntries(counts.map(({ state, total }) => [state, total])),
    tasks: tasks.map((row) => ({
      task: {
        id: row.task_id,
        vendor: row.vendor,
        vendorType: row.vendor_type,
        title: row.title,
        parents: row.parents,
        outbound: row.outbound,
        status: row.status,
        boardOnly: row.board_only,
        person: {
          name: row.person_name,
          company: row.person_company,
          jobTitle: row.person_job_title,
          email: row.person_email,
          phone: row.person_phone,
          linkedin: row.person_linkedin,
        },
      },
      state: row.state,
      failure: row.failure?.message ?? null,
      denied: row.state === 'failed' && row.failure?.denied === true,
      settledAt: row.settled_at?.toISOString() ?? null,
      undoneBy: otherWho(row),
      lateUndo: row.late_undo,
      gone: row.gone,
    })),
  };
}

function sameSnooze(tasks: readonly StepTaskRow[]): RecentStep['snoozedTo'] {
  const [first] = tasks;
  if (first?.kind !== 'snooze') return null;
  const until = JSON.stringify(first.payload.due);
  const same = tasks.every(({ payload }) => JSON.stringify(payload.due) === until);
  return same ? (first.payload.due as RecentStep['snoozedTo']) : null;
}
