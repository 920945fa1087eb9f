import type { Dice } from '#sandbox/demo/dice';

import { childrenOf, killAtOnce } from './stage/processes';
import type { SmallDisk } from './stage/small-disk';
import type { Stage } from './stage/stage';
import { until } from './stage/until';

export type Attack = {
  name: string;
  /** Server processes on the one database. */
  servers: 1 | 2;
  strike(stage: Stage, dice: Dice): Promise<void>;
};

/** The room on the disk ends: PostgreSQL stops over it, and starts again only once there is room. */
export function fillDisk(disk: SmallDisk, { killServer }: { killServer: boolean }): Attack {
  return {
    name: killServer ? 'disk full, and kill -9 of the server on top' : 'disk full',
    servers: 1,
    async strike(stage) {
      disk.fill();
      await until('PostgreSQL has no room', () => isAtItsEnd(stage));
      await until('the server says that it is not ready', async () => {
        return (await fetch(`${stage.alive[0]?.url}/readyz`)).status === 503;
      });
      if (killServer) {
        await stage.killServers();
        await stage.start().catch(() => undefined);
        await stage.cut({ servers: true });
      }
      disk.empty();
    },
  };
}

/** Makes the log of the database longer, whatever that takes, until PostgreSQL ends itself for want of room. */
async function isAtItsEnd(stage: Stage): Promise<boolean> {
  const client = await stage.connect().catch(() => null);
  if (client === null) return true;
  await client
    .query(`select pg_logical_emit_message(true, 'faults', repeat('x', 1000000))`)
    .catch(() => undefined);
  await client.end().catch(() => undefined);
  return false;
}

export const killServer: Attack = {
  name: 'kill -9 of the server',
  servers: 1,
  async strike(stage) {
    await stage.killServers();
  },
};

export const killOneOfTwo: Attack = {
  name: 'kill -9 of one of two servers',
  servers: 2,
  async strike(stage, dice) {
    await dice.pick(stage.alive).kill('SIGKILL');
  },
};

export const killBoth: Attack = { ...killServer, name: 'kill -9 of two servers at once', servers: 2 };

export const killPostgres: Attack = {
  name: 'kill -9 of PostgreSQL',
  servers: 2,
  strike: (stage) => stage.cut({ servers: false }),
};

/** PostgreSQL takes the loss of one of its processes for a crash and starts all of them anew. */
export const killBackend: Attack = {
  name: 'kill -9 of one database connection',
  servers: 1,
  async strike(stage, dice) {
    const backends = await stage.sql<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
        and application_name <> 'outboard-keeper'`,
    );
    await killAtOnce([dice.pick(backends).pid]);
  },
};

export const killPostmaster: Attack = {
  name: 'kill -9 of PostgreSQL’s main process',
  servers: 1,
  async strike(stage) {
    const pid = stage.postmaster();
    if (pid !== undefined) await killAtOnce([pid]);
  },
};

export const powerCut: Attack = {
  name: 'power cut: server and PostgreSQL at once',
  servers: 1,
  strike: (stage) => stage.cut({ servers: true }),
};

/** The second cut comes while PostgreSQL replays its log after the first one, or the server waits for that. */
export const powerCutTwice: Attack = {
  name: 'power cut, and another one during the recovery',
  servers: 1,
  async strike(stage, dice) {
    await stage.cut({ servers: true });
    const start = stage.start().catch(() => undefined);
    await until('PostgreSQL starts again', async () => {
      const pid = stage.postmaster();
      return pid !== undefined && childrenOf(pid).length >= dice.between(0, 6);
    });
    await stage.cut({ servers: true });
    await start;
  },
};
