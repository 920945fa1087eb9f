import type { Context } from '../context';
import { listConnections } from '../store/connections';
import { addConnection } from './change-connections';

const demoKey = 'sandbox-lemlist-key';

/**
 * Connects the practice team where nothing else is connected, so that a first start shows a board to work on.
 * Answers whether the practice team is in use.
 */
export async function practiceConnection(ctx: Context, wanted: 'on' | undefined | 'off'): Promise<boolean> {
  const rows = await listConnections(ctx.db, ctx.workspaceId);
  if (rows.some((row) => row.sandbox)) return true;
  if (wanted === 'off' || (rows.length > 0 && wanted !== 'on')) return false;
  await addConnection(ctx, { vendor: 'lemlist', label: 'Practice team', key: demoKey, sandbox: true });
  return true;
}
