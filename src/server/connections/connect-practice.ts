import { vendor, vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { listConnections } from '../store/connections';
import { addConnection } from './change-connections';

type DemoAccount = { vendor: string; key: string; plan?: string };

/**
 * Connects the practice teams where nothing else is connected, so that a first start shows a board to work on.
 * Answers whether practice teams are in use.
 */
export async function connectPractice(
  ctx: Context,
  wanted: 'on' | 'off' | undefined,
  accounts: readonly DemoAccount[],
): Promise<boolean> {
  const rows = await listConnections(ctx.db, ctx.workspaceId);
  const practising = rows.filter((row) => row.sandbox);
  if (wanted === 'off' || (practising.length === 0 && rows.length > 0 && wanted !== 'on'))
    return practising.length > 0;
  for (const { key, ...account } of accounts) {
    const known = vendor.safeParse(account.vendor);
    if (!known.success || practising.some((row) => row.vendor === known.data)) continue;
    await addConnection(ctx, {
      vendor: known.data,
      label: `${vendorRules[known.data].label} practice`,
      key,
      sandbox: true,
      plan: account.plan ?? null,
    });
  }
  return true;
}
