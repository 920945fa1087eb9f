import type { Config } from './config';
import { practiceConnection } from './connections/practice-connection';
import { startOutboard, type Outboard, type StartOptions } from './start';

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
  if (sandbox !== null && (await practiceConnection(ctx, options.config.SANDBOX))) await sandbox.seedDemo();
  outboard.startJobs();
  return outboard;
}
