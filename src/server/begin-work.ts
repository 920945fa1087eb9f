import type { Config } from './config';
import { connectPractice } from './connections/connect-practice';
import { grantGrace } from './ledger/grant-grace';
import { startOutboard, type Outboard, type StartOptions } from './start';
import { alone } from './store/database';

const onlyWorkspace = 1;

/** Starts Outboard as a rep uses it: with the practice team where nothing else is connected, and with its jobs. */
export async function beginWork(
  options: Omit<StartOptions, 'workspaceId' | 'clock'> & { config: Config },
): Promise<Outboard> {
  const outboard = await startOutboard({
    ...options,
    workspaceId: onlyWorkspace,
    clock: { now: () => new Date() },
  });
  const { ctx, sandbox } = outboard;
  if (sandbox !== null) {
    await alone(ctx.db, 'practice teams', async () => {
      if (await connectPractice(ctx, options.config.SANDBOX, sandbox.demoAccounts)) await sandbox.seedDemo();
    });
  }
  if (outboard.isAlone) await grantGrace(ctx);
  outboard.startJobs();
  return outboard;
}
