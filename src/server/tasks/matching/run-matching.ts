import { mostMatching, type MatchingCommand, type MatchingResult } from '#contract/matching';

import type { Context } from '../../context';
import { appendCommand } from '../../ledger/append-command';
import { Refusal } from '../../refusal';
import { tasksOfCommand } from '../../store/commands/commands';
import { listConnections } from '../../store/connections';
import type { TaskRow } from '../../store/tasks/task-fields';
import { columnIds } from '../../store/tasks/task-lists';
import { lockTasks } from '../../store/tasks/tasks';
import { transaction, type Tx } from '../../store/transaction';
import type { Plan } from '../plan';
import { presentStepTask } from '../read/present-task';
import { searching } from '../read/searching';
import { viewpointOf } from '../read/viewpoint';
import { refuseClosed } from '../refuse-closed';
import { refuseUncreated } from '../refuse-uncreated';
import { planMatching } from './plan-matching';

const mostFailures = 20;

type Refused = { task: TaskRow; message: string };

/**
 * Does one thing to all tasks of a column that match, in one transaction: those that are refused do not hold up the others.
 * The same id again does nothing more and tells what was refused once more. Refuses when nothing matches, when it is more
 * than `mostMatching`, and what `listTasks` refuses.
 */
export async function runMatching(ctx: Context, command: MatchingCommand): Promise<MatchingResult> {
  const { status, filter } = command.match;
  const view = await viewpointOf(ctx, filter);
  const page = { status, filter, view, limit: mostMatching + 1 };
  const ids = await searching(filter, () => columnIds(ctx.db, ctx.workspaceId, page));
  const { done, refused } = await transaction(ctx, 'tasks', async (tx) => {
    const rows = await lockTasks(tx, ctx.workspaceId, ids);
    const earlier = new Set(
      (await tasksOfCommand(tx, ctx.workspaceId, command.id)).map((row) => row.task_id),
    );
    // Someone else may have closed some while their rows were waited for.
    const still = rows.filter((row) => row.status === status && !earlier.has(row.id));
    if (earlier.size === 0) refuseCount(still.length);
    const { planned, refused: refusedNow } = await planAll(ctx, tx, command, still);
    if (earlier.size > 0) return { done: earlier.size, refused: refusedNow };
    const kind = command.kind === 'priority' || command.kind === 'assign' ? 'edit' : command.kind;
    await appendCommand(ctx, tx, { id: command.id, kind }, planned);
    return { done: planned.length, refused: refusedNow };
  });
  const [first] = refused;
  if (done === 0 && first !== undefined) throw new Refusal('conflict', first.message);
  const failures = refused.slice(0, mostFailures);
  return {
    done,
    refused: refused.length,
    failures: failures.map(({ task, message }) => ({ task: presentStepTask(task), message })),
  };
}

function refuseCount(count: number): void {
  const path = 'match.filter';
  const none = 'Nothing matches any more.';
  const many = `At most ${mostMatching.toLocaleString('en')} tasks at once. Narrow the filter.`;
  if (count === 0) throw new Refusal('conflict', none, [{ path, message: none }]);
  if (count > mostMatching) throw new Refusal('invalid', many, [{ path, message: many }]);
}

async function planAll(ctx: Context, tx: Tx, command: MatchingCommand, rows: readonly TaskRow[]) {
  const connections = await listConnections(tx, ctx.workspaceId);
  const members = new Map(connections.map((one) => [one.id, one.members]));
  // One moment for all of them, so that they are written together.
  const now = ctx.clock.now();
  const planned: { task: TaskRow; plan: Plan }[] = [];
  const refused: Refused[] = [];
  for (const task of rows) {
    try {
      if (command.kind !== 'reopen') await refuseClosed(ctx, tx, task);
      await refuseUncreated(ctx, tx, task);
      const plan = planMatching(command, task, members.get(task.connection_id) ?? [], now);
      planned.push({ task, plan });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ task, message: error.message });
    }
  }
  return { planned, refused };
}
