import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { makeDice } from '#sandbox/demo/dice';

import {
  type Attack,
  fillDisk,
  killBackend,
  killBoth,
  killOneOfTwo,
  killPostgres,
  killPostmaster,
  killServer,
  powerCut,
  powerCutTwice,
} from './attacks';
import { seed, share, thorough } from './form';
import { connections } from './reps/board';
import { nothingYet, Siege } from './siege';
import { childrenOf, killAtOnce } from './stage/processes';
import { SmallDisk } from './stage/small-disk';
import { Stage } from './stage/stage';
import { until } from './stage/until';
import { report } from './verdict/report';

// A bound for what hangs, not an expectation of speed.
const hour = 3_600_000;

/** As many rounds of an attack as wanted. Answers what was wrong after the first round that lost or repeated anything. */
async function rounds(siege: Siege, attack: Attack, count: number): Promise<string[]> {
  for (let round = 1; round <= count; round += 1) {
    const wrong = await siege.round(attack);
    if (wrong.length > 0) return [`FAULTS_SEED=${seed}, ${attack.name}, round ${round}:`, ...wrong];
  }
  return [];
}

describe(`reps at work, FAULTS_SEED=${seed}`, () => {
  let siege: Siege;

  beforeAll(async () => {
    siege = new Siege(new Stage(), seed);
    await siege.open({ tasks: thorough ? 60 : 20 });
  }, hour);
  afterAll(() => siege.close(), hour);

  const alike: [Attack[], number][] = [
    [[killServer], share(3 / 8)],
    [[killOneOfTwo, killBoth], share(1 / 12)],
    [[killPostgres, killPostmaster, killBackend], share(1 / 12)],
    [[powerCut, powerCutTwice], share(1 / 12)],
  ];
  // The short form tries one of each kind, by the seed.
  const dice = makeDice(seed);
  const attacks = alike.flatMap(([kinds, count]) =>
    (thorough ? kinds : [dice.pick(kinds)]).map((attack) => [attack.name, count, attack] as const),
  );
  test.each(attacks)(
    'nothing is lost and nothing happens twice by %s (%i times)',
    async (_, count, attack) => expect(await rounds(siege, attack, count)).toEqual([]),
    hour,
  );

  test(
    'what is acknowledged is on the disk',
    async () => {
      const { stage } = siege;
      const settings = await stage.sql(`
      select name, setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`);
      expect(settings).toEqual([
        { name: 'fsync', setting: 'on' },
        { name: 'full_page_writes', setting: 'on' },
        { name: 'synchronous_commit', setting: 'on' },
      ]);
      const flushes = async () =>
        Number((await stage.sql(`select sum(fsyncs) as n from pg_stat_io where object = 'wal'`))[0]?.n);
      const before = await flushes();
      const work = await siege.work();
      await siege.event('held', 3);
      await work.end();
      await until('PostgreSQL counts the flushes', async () => (await flushes()) > before);
      expect(await siege.judge()).toEqual([]);
    },
    hour,
  );
});

describe('a disk that is full', () => {
  test(
    'loses nothing; once there is room, everything goes on',
    async ({ skip }) => {
      const disk = SmallDisk.mount();
      if (disk === null) return skip('this user may not mount a small disk: run it as root on Linux');
      const siege = new Siege(new Stage(join(disk.directory, 'data')), seed);
      try {
        await siege.open({ tasks: thorough ? 60 : 20 });
        for (const killsServer of thorough ? [false, true] : [seed % 2 === 0])
          expect(await rounds(siege, fillDisk(disk, { killServer: killsServer }), share(1 / 48))).toEqual([]);
      } finally {
        await siege.close();
        disk.unmount();
      }
    },
    hour,
  );
});

describe('the first start', () => {
  const milestones: ((stage: Stage) => Promise<unknown>)[] = [
    async ({ dataDir }) => readdirSync(dataDir).some((name) => name.startsWith('postgres.making')),
    async ({ cluster }) => existsSync(cluster),
    async (stage) => stage.postmaster(),
    async (stage) => has(stage, 'commands'),
    async (stage) => has(stage, 'sandbox.effects'),
    async (stage) => has(stage, 'connections where me is null'),
    async (stage) => has(stage, 'sandbox.lemlist_tasks limit 1'),
    async (stage) => has(stage, 'tasks limit 1'),
  ];

  /** Whether the table is there; rows of it, where the words ask for more. */
  async function has(stage: Stage, table: string): Promise<boolean> {
    const client = await stage.connect();
    try {
      const { rowCount } = await client.query(`select from ${table}`);
      return !table.includes(' ') || Number(rowCount) > 0;
    } finally {
      await client.end();
    }
  }

  test(
    'killed again and again on its way, ends with every practice team once',
    async () => {
      const siege = new Siege(new Stage(), seed);
      const { stage } = siege;
      const dice = makeDice(seed);
      const kills = share(1 / 6);
      const began = performance.now();
      try {
        for (let kill = 0; kill < kills; kill += 1) {
          const reached = dice.pick(milestones);
          let isOver = false;
          const start = stage
            .start()
            .catch(() => undefined)
            .finally(() => {
              isOver = true;
            });
          await until('the start has come so far', async () => isOver || Boolean(await reached(stage)));
          if (dice.roll() < 0.5) await stage.cut({ servers: true });
          else await killAtOnce(childrenOf(process.pid));
          await start;
        }
        await siege.open();
        const wrong = await siege.judge();
        const seconds = (performance.now() - began) / 1000;
        report({ attack: `first start killed ${kills} times`, ...nothingYet, seconds, wrong });
        expect(wrong).toEqual([]);
        expect((await connections(stage)).map((one) => one.vendor).toSorted()).toEqual([
          'leadlex',
          'lemlist',
          'saleshandy',
        ]);
      } finally {
        await siege.close();
      }
    },
    hour,
  );
});
