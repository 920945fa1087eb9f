import { join } from 'node:path';

import { beginWork } from './begin-work';
import { readConfig, readSecret, type Config } from './config';
import { createLog } from './log';
import { startEmbeddedPostgres } from './store/embedded/embedded-postgres';

const page = join(import.meta.dirname, '../client');

try {
  await run(readConfig(process.env));
} catch (error) {
  process.stderr.write(`Outboard cannot start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const embedded =
    config.DATABASE_URL === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: (message) => log.info(message) })
      : null;
  const database = embedded?.connection ?? config.DATABASE_URL;
  if (database === undefined) throw new Error('There is no database.');
  const outboard = await beginWork({ config, database, secret: readSecret(config), log, page });
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    await outboard.stop();
    await embedded?.stop();
  });
  process.stdout.write(`Outboard is ready at ${outboard.url}\n`);
}

/** The first signal stops in order; a second one ends at once. */
function stopOn(signals: NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
