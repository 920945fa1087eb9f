import type { Context } from '../context';
import { openCommands, updateCommand, type CommandRow } from '../store/commands/commands';
import { listConnections } from '../store/connections';
import { readRecords } from '../store/records';
import { lockTasks, updateTask } from '../store/tasks/tasks';
import type { Tx } from '../store/transaction';
import type { VendorTask } from '../vendors/port';
import { mergeTask } from './merge-task';

/**
 * Takes what the vendor answered to a command as its present picture of that task: an echo of the request is not the
 * answer. After an edit only the fields edited count, since an answer may leave the others out.
 */
export async function applyAnswer(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  answered: VendorTask,
): Promise<void> {
  const [row] = await lockTasks(tx, ctx.workspaceId, [command.task_id]);
  if (row === undefined) return;
  const open = await openCommands(tx, ctx.workspaceId, [command.task_id]);
  const connections = await listConnections(tx, ctx.workspaceId);
  const campaigns = connections.find((one) => one.id === row.connection_id)?.campaigns ?? [];
  const records = await readRecords(tx, ctx.workspaceId, row.connection_id, answered.parents);
  const names = {
    records,
    campaignStates: new Map(campaigns.map((campaign) => [campaign.id, campaign.state])),
  };
  const told = command.kind === 'create' ? null : Object.keys(command.after);
  const { columns, rebased } = mergeTask(row, answered, open, names, told);
  for (const one of rebased) await updateCommand(tx, one.command, { before: JSON.stringify(one.before) });
  if (Object.keys(columns).length > 0) await updateTask(tx, ctx.workspaceId, row.id, columns);
}
