import { join } from 'node:path';

import { beginWork } from './begin-work';
import { readConfig, readSecret, type Config } from './config';
import { createLog } from './log';
import { startEmbeddedPostgres } from './store/embedded/embedded-postgres';

const page = join(import.meta.dirname, '../client');

/** Time for whoever spreads requests over several servers to notice by `/readyz` that this one leaves. */
const handOverMs = 5_000;

try {
  const started = run(readConfig(process.env));
  stopOn(['SIGINT', 'SIGTERM'], async (signal) => (await started).stop(signal));
  process.stdout.write(`Outboard is ready at ${(await started).url}\n`);
} catch (error) {
  process.stderr.write(`Outboard cannot start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function run(config: Config) {
  const log = createLog(config.LOG_LEVEL);
  const embedded =
    config.DATABASE_URL === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: (message) => log.info(message) })
      : null;
  const database = embedded?.connection ?? config.DATABASE_URL;
  if (database === undefined) throw new Error('There is no database.');
  const outboard = await beginWork({ config, database, secret: readSecret(config), log, page });
  return {
    url: outboard.url,
    async stop(signal: NodeJS.Signals) {
      // Nobody takes over from a server that is alone with its database, or that a person ends at the keyboard.
      await outboard.stop(embedded === null && signal === 'SIGTERM' ? handOverMs : 0);
      await embedded?.stop();
    },
  };
}

/** The first signal stops in order, once the start is over; a second one ends at once. */
function stopOn(signals: NodeJS.Signals[], stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
