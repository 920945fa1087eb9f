import { setTimeout as pause } from 'node:timers/promises';

import { type Dice, makeDice } from '#sandbox/demo/dice';

import type { Attack } from './attacks';
import { thorough } from './form';
import { Acts } from './reps/acts';
import { column, connections } from './reps/board';
import { Record } from './reps/record';
import { Rep } from './reps/rep';
import { brew, calm } from './reps/storm';
import { Ear, type Event } from './stage/ear';
import type { Stage } from './stage/stage';
import { until } from './stage/until';
import { longerThanAnyClaimMs, quiet } from './verdict/quiet';
import { report } from './verdict/report';
import { vendorRows } from './verdict/vendor-rows';
import { verdict } from './verdict/verdict';

const repsAtWork = 4;
const tasksAtOnce = 24;
/** What the reps of a round do at most: while they wait for an event, a ledger of thousands would show nothing more. */
const actsAtMost = thorough ? 160 : 60;
/** A bound for an event that does not come, such as the vendor's deed while nothing is let through. */
const patienceMs = thorough ? 4_000 : 2_000;

/** The sums of a siege before its first round. */
export const nothingYet = {
  asked: 0,
  acknowledged: 0,
  bulk: 0,
  undone: 0,
  unheard: 0,
  repeated: 0,
  effects: 0,
};

const openTasks = [
  { table: 'sandbox.lemlist_tasks', condition: "status = 'pending'" },
  { table: 'sandbox.saleshandy_tasks', condition: "state = 'open'" },
  { table: 'sandbox.leadlex_tasks', condition: "status <> 'completed'" },
];

/** Reps at work, an attack, more work, and the verdict once all is quiet: as many rounds as wanted on the same data. */
export class Siege {
  readonly stage: Stage;
  readonly record = new Record();
  readonly ear = new Ear();
  readonly dice: Dice;
  #acts: Acts | null = null;
  #since = '0';
  #sums = nothingYet;

  constructor(stage: Stage, seed: number) {
    this.stage = stage;
    this.dice = makeDice(seed);
  }

  /**
   * Starts the server and waits until the practice teams' tasks are on the board, only so many open ones of each vendor
   * where a number is given: a long list takes time and shows nothing more. Notes where the vendors stand.
   */
  async open({ tasks }: { tasks?: number } = {}): Promise<void> {
    const { stage } = this;
    await stage.start();
    if (tasks !== undefined) {
      await until(
        'the practice teams are there',
        async () => new Set((await vendorRows(stage)).map((row) => row.vendor)).size === openTasks.length,
      );
      await stage.killServers();
      await stage.sql('delete from tasks');
      for (const open of openTasks)
        await stage.sql(`delete from ${open.table} where id not in (select id from ${open.table}
          where ${open.condition} order by id limit ${tasks})`);
      stage.jump(longerThanAnyClaimMs);
      await stage.start();
    }
    await this.ear.open(stage);
    await quiet(stage);
    const last = 'select coalesce(max(id), 0)::text as id from sandbox.effects';
    this.#since = (await stage.sql<{ id: string }>(last))[0]?.id ?? '0';
    this.#acts = new Acts(this.dice, await connections(stage));
  }

  /** One attack amid the work. Answers what is wrong afterwards. */
  async round(attack: Attack): Promise<string[]> {
    const { stage, dice } = this;
    const began = performance.now();
    const before = this.#sums;
    if (stage.alive.length < attack.servers) await this.restart({ count: attack.servers, later: true });
    await brew(stage, dice);
    const work = await this.work();
    await this.event(dice.pick(['held', 'sending', 'effect', 'effect', 'sent']), dice.between(1, 12));
    await attack.strike(stage, dice);
    const survived = stage.alive.length > 0;
    if (!survived) await this.restart({ count: attack.servers, later: dice.roll() < 0.5 });
    await this.ear.listen(stage);
    await this.event('sent', dice.between(1, 6));
    await work.end();
    // What a living server holds claimed is not told from what a dead one held: after this, all claims are nobody's.
    if (survived) await this.restart({ later: true });
    const wrong = await this.judge();
    this.#sums = await this.#sumUp();
    const grown = (name: keyof typeof before) => this.#sums[name] - before[name];
    report({
      attack: attack.name,
      asked: grown('asked'),
      acknowledged: grown('acknowledged'),
      bulk: grown('bulk'),
      undone: grown('undone'),
      unheard: grown('unheard'),
      repeated: grown('repeated'),
      effects: grown('effects'),
      seconds: (performance.now() - began) / 1000,
      wrong,
    });
    return wrong;
  }

  /** Kills what still runs and starts anew, at once or after all claims of the dead have run out. */
  async restart({ count = 1, later = false } = {}): Promise<void> {
    await this.stage.killServers();
    if (later) this.stage.jump(longerThanAnyClaimMs);
    await this.stage.start({ count, holdSeconds: this.dice.pick([0, 0, 1]) });
    await this.ear.listen(this.stage);
  }

  /** Reps begin to work; `end` lets them finish what they are about. */
  async work(): Promise<{ end(): Promise<void> }> {
    const { stage, dice, record } = this;
    const acts = this.#acts;
    if (acts === null) throw new Error('The siege is not open.');
    let stopped = false;
    let left = actsAtMost;
    const pending = (await column(stage, 'pending')).filter((task) => task.parents.length > 0);
    const tasks = Array.from({ length: tasksAtOnce }, () => dice.pick(pending));
    const options = { stage, dice, record, acts, tasks, mayAct: () => !stopped && left-- > 0 };
    const reps = Promise.all(Array.from({ length: repsAtWork }, () => new Rep(options).work()));
    return {
      async end() {
        stopped = true;
        await reps;
      },
    };
  }

  /** Waits for the `count`-th event of a kind from now on, and not for ever. */
  async event(event: Event, count: number): Promise<void> {
    const { happened, forget } = this.ear.after(event, count);
    const enough = new AbortController();
    const patience = pause(patienceMs, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([happened, patience]);
    enough.abort();
    forget();
  }

  /** What is wrong once the vendors behave and all is quiet. */
  async judge(): Promise<string[]> {
    await calm(this.stage);
    await quiet(this.stage);
    const { stage, record, ear } = this;
    return verdict({ stage, record, ear, since: this.#since });
  }

  async close(): Promise<void> {
    await this.ear.close();
    await this.stage.close();
  }

  async #sumUp(): Promise<typeof nothingYet> {
    const { asked, acknowledged, unheard, repeated } = this.record;
    const count = 'select count(*)::int as effects from sandbox.effects where id > $1';
    const [row] = await this.stage.sql<{ effects: number }>(count, [this.#since]);
    return {
      asked: asked.size,
      acknowledged: acknowledged.length,
      bulk: acknowledged.filter(({ answer }) => answer.length > 1).length,
      undone: acknowledged.filter(({ undone }) => undone.length > 0).length,
      unheard,
      repeated,
      effects: row?.effects ?? 0,
    };
  }
}
