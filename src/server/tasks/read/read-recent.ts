import type { TaskChange } from '#contract/command';
import type { Member } from '#contract/connection';
import { mostStepTasks, type RecentStep, type RecentSteps } from '#contract/recent';

import type { Context } from '../../context';
import { otherWho } from '../../ledger/other-who';
import { countStepStates, stepsOf, tasksOfSteps, type StepTaskRow } from '../../store/commands/steps';
import { listConnections } from '../../store/connections';
import { presentStepTask } from './present-task';

const most = 20;

/** The newest things that the asking rep did, newest first, with what became of each. */
export async function readRecent(ctx: Context): Promise<RecentSteps> {
  const ids = await stepsOf(ctx.db, ctx.workspaceId, ctx.actor, most);
  if (ids.length === 0) return { items: [] };
  const counts = await countStepStates(ctx.db, ctx.workspaceId, ids);
  const rows = await tasksOfSteps(ctx.db, ctx.workspaceId, ids, mostStepTasks);
  const teams = await teamsOf(ctx, rows);
  return {
    items: ids.flatMap((id) => {
      const own = counts.filter(({ step }) => step === id);
      const tasks = rows.filter(({ step }) => step === id);
      const [first] = tasks;
      if (first === undefined) return [];
      const until = Math.max(...own.map((one) => one.until.getTime()));
      return [{ ...present(id, first, tasks, new Date(until), own), ...givenTo(tasks, teams) }];
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
      task: presentStepTask(row),
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

type Teams = ReadonlyMap<string, readonly Member[]>;

/** Who is in the teams, asked for only where some of the tasks were given to somebody. */
async function teamsOf(ctx: Context, rows: readonly StepTaskRow[]): Promise<Teams> {
  if (!rows.some((row) => newAssignee(row) !== null)) return new Map();
  const connections = await listConnections(ctx.db, ctx.workspaceId);
  return new Map(connections.map(({ id, members }) => [id, members]));
}

function givenTo(tasks: readonly StepTaskRow[], teams: Teams): Pick<RecentStep, 'givenTo'> {
  const names = tasks.map((row) => {
    const assignee = newAssignee(row);
    return teams.get(row.connection_id)?.find(({ id }) => id === assignee)?.name;
  });
  const [name] = names;
  return name !== undefined && names.every((one) => one === name) ? { givenTo: name } : {};
}

/** The id of the person to whom an edit gives the task and does nothing else; null otherwise. */
function newAssignee({ kind, payload }: StepTaskRow): string | null {
  if (kind !== 'edit') return null;
  const { assigneeId = null, ...others } = (payload.changes ?? {}) as TaskChange;
  return Object.keys(others).length === 0 ? assigneeId : null;
}
