import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CommandState } from '#contract/command';
import type { Priority } from '#contract/vendors';
import { startHarness, type Harness } from '#testing/harness';

import { applyPage } from '../pull/apply-page';
import { closeMissing, whatIsMissing } from '../pull/close-missing';
import { beginListing } from '../pull/listing';
import type { CommandRow } from '../store/commands/commands';
import type { VendorTask } from '../vendors/port';
import { claimCommands, expireClaims, type ClaimedCommand } from './claim-commands';
import { becomeFailed, becomePutOff, becomeSent, becomeUncertain, settle } from './settle-command';

const runs = 20;
const longerThanAHoldMs = 20_000;
const longerThanAClaimMs = 61_000;
const longerThanAnyDoubtMs = 601_000;
const mostListings = 200;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

type Fields = { status: VendorTask['status']; title: string; text: string; priority: Priority };
type Ending = 'done' | 'refused' | 'put off' | 'lost, done' | 'lost, not done';
type Step =
  | { do: 'edit'; tasks: number[]; changes: Partial<Fields> }
  | { do: 'complete' | 'ignore'; tasks: number[] }
  | { do: 'undo' | 'retry' | 'repeat'; at: number }
  | { do: 'claim'; limit: number }
  | { do: 'settle'; at: number; ending: Ending }
  | { do: 'expire'; done: boolean }
  | { do: 'report late'; at: number }
  | { do: 'list'; afterDoubt: boolean };

const fieldValues = {
  title: fc.constantFrom('A', 'B'),
  text: fc.constantFrom('a', 'b', 'c'),
  priority: fc.constantFrom('none', 'low', 'high'),
};
const tasks = fc.subarray([0, 1], { minLength: 1 });
const ending = fc.constantFrom('done', 'refused', 'put off', 'lost, done', 'lost, not done');
const changes = fc.record(fieldValues, { requiredKeys: [] }).filter((some) => Object.keys(some).length > 0);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('edit'), tasks, changes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('complete', 'ignore'), tasks }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('undo', 'retry', 'repeat'), at: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim'), limit: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('settle'), at: fc.nat(9), ending }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire'), done: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('report late'), at: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('list'), afterDoubt: fc.boolean() }) },
) as fc.Arbitrary<Step>;

/** The ways that each step may take a command; a command that is not there yet comes from `new`. */
const allowed: Record<Step['do'], readonly `${CommandState | 'new'} → ${CommandState}`[]> = {
  edit: ['new → held'],
  complete: ['new → held'],
  ignore: ['new → held'],
  undo: ['held → cancelled', 'failed → cancelled'],
  retry: ['failed → held'],
  repeat: [],
  claim: ['held → sending'],
  settle: ['sending → sent', 'sending → failed', 'sending → held', 'sending → uncertain'],
  expire: ['sending → uncertain'],
  'report late': ['uncertain → sent'],
  list: ['uncertain → sent', 'uncertain → held'],
};
const openStates = new Set(['held', 'sending', 'uncertain']);
const followed = new Set(['status', 'title', 'text', 'priority']);

/** Two tasks of one connection, the ledger's commands on them, and a vendor of which the test knows what it truly did. */
class Story {
  readonly #connectionId: string;
  readonly #vendorTasks = new Map<string, Fields>();
  readonly #given: { id: string; kind: string; taskIds: string[]; changes?: Partial<Fields> }[] = [];
  readonly #late: { command: ClaimedCommand; done: boolean }[] = [];
  readonly #effects = new Map<string, number>();
  #taskIds: string[] = [];
  #underWay: ClaimedCommand[] = [];
  #before = new Map<string, CommandState>();

  constructor(connectionId: string) {
    this.#connectionId = connectionId;
  }

  static async begin(): Promise<Story> {
    const { connectionId } = await harness.connect('lemlist', harness.vendor.key);
    const story = new Story(connectionId);
    for (const _ of [0, 1])
      story.#vendorTasks.set(randomUUID(), { status: 'pending', title: 'A', text: 'a', priority: 'none' });
    await story.#list();
    const rows = await story.#tasks();
    story.#taskIds = rows.map((row) => row.id);
    return story;
  }

  async take(one: Step): Promise<void> {
    switch (one.do) {
      case 'edit':
      case 'complete':
      case 'ignore':
        return this.#give(one);
      case 'undo':
        return this.#ask('DELETE', one.at, '');
      case 'retry':
        return this.#ask('POST', one.at, '/retry');
      case 'repeat':
        return this.#repeat(one.at);
      case 'claim':
        return this.#claim(one.limit);
      case 'settle':
        return this.#settle(one.at, one.ending);
      case 'expire':
        return this.#expire(one.done);
      case 'report late':
        return this.#reportLate(one.at);
      case 'list':
        if (one.afterDoubt) harness.advance(longerThanAnyDoubtMs);
        return this.#list();
    }
  }

  /** What must be so after every step. */
  async check(one: Step['do']): Promise<void> {
    const commands = await this.#commands();
    const now = new Map(commands.map((row) => [nameOf(row), row.state]));
    const ways = [...now].flatMap(([name, state]) => {
      const was = this.#before.get(name) ?? 'new';
      return was === state ? [] : [`${was} → ${state}`];
    });
    assert.deepEqual(
      ways.filter((way) => !allowed[one].some((known) => known === way)),
      [],
    );
    assert.deepEqual(
      [...this.#before.keys()].filter((name) => !now.has(name)),
      [],
    );
    this.#before = now;
    for (const row of await this.#tasks()) {
      const ofTask = commands.filter((command) => command.task_id === row.id);
      const open = ofTask.filter((command) => openStates.has(command.state));
      assert.ok(
        open.slice(1).every((command) => command.state === 'held'),
        'a command goes before its turn',
      );
      const { status, title, text, priority } = row;
      const wanted = Object.assign({}, this.#truth(row), ...open.map((command) => shown(command)));
      assert.deepEqual({ status, title, text, priority }, wanted);
    }
  }

  /** Lets everything end well, and looks whether the vendor holds what the board shows, each command done at most once. */
  async end(): Promise<void> {
    for (let listings = 0; await this.#isOpen(); listings += 1) {
      assert.ok(listings < mostListings, 'some command never ends');
      while (this.#underWay.length > 0) await this.#settle(0, 'done');
      await this.#list();
      harness.advance(longerThanAnyDoubtMs);
      await this.#claim(4);
    }
    for (const row of await this.#tasks()) {
      const { status, title, text, priority } = row;
      assert.deepEqual({ status, title, text, priority }, this.#truth(row));
    }
    for (const command of await this.#commands()) {
      const times = this.#effects.get(nameOf(command)) ?? 0;
      // Where the vendor held the values already, its list proves what no call did.
      assert.ok(times <= (command.state === 'sent' ? 1 : 0), `${command.state}, done ${times} times`);
    }
  }

  async #give(one: Extract<Step, { tasks: number[] }>): Promise<void> {
    const taskIds = one.tasks.flatMap((index) => this.#taskIds[index] ?? []);
    const command = {
      id: randomUUID(),
      kind: one.do,
      taskIds,
      ...('changes' in one && { changes: one.changes }),
    };
    const { status } = await harness.call('POST', '/api/commands', command);
    assert.ok(status === 200 || status === 409);
    if (status === 200) this.#given.push(command);
  }

  async #repeat(at: number): Promise<void> {
    const command = pick(this.#given, at);
    if (command === undefined) return;
    assert.equal((await harness.call('POST', '/api/commands', command)).status, 200);
  }

  async #ask(method: string, at: number, path: string): Promise<void> {
    const command = pick(this.#given, at);
    if (command === undefined) return;
    const { status } = await harness.call(method, `/api/commands/${command.id}${path}`);
    assert.ok(status === 200 || status === 409);
  }

  async #claim(limit: number): Promise<void> {
    harness.advance(longerThanAHoldMs);
    const claimed = await claimCommands(harness.ctx, this.#connectionId, limit);
    for (const command of claimed) assert.equal(this.#effects.get(nameOf(command)) ?? 0, 0);
    this.#underWay.push(...claimed);
  }

  async #settle(at: number, how: Ending): Promise<void> {
    const command = pick(this.#underWay, at);
    if (command === undefined) return;
    this.#underWay = this.#underWay.filter((one) => one !== command);
    if (how === 'done' || how === 'lost, done') this.#effect(command);
    await report(command, how);
  }

  async #expire(done: boolean): Promise<void> {
    harness.advance(longerThanAClaimMs);
    assert.equal(await expireClaims(harness.ctx), this.#underWay.length);
    for (const command of this.#underWay) {
      if (done) this.#effect(command);
      this.#late.push({ command, done });
    }
    this.#underWay = [];
  }

  /** The process that was taken for dead tells what its call brought, when others may have gone on. */
  async #reportLate(at: number): Promise<void> {
    const late = pick(this.#late, at);
    if (late !== undefined) await report(late.command, late.done ? 'done' : 'refused');
  }

  /** One complete listing, as the pull job takes it: pages, then what is missing. */
  async #list(): Promise<void> {
    const { ctx } = harness;
    const lemlist = { vendor: 'lemlist', absenceMeansClosed: true } as const;
    const listing = await beginListing(ctx, this.#connectionId, lemlist);
    const open = [...this.#vendorTasks].filter(([, fields]) => fields.status === 'pending');
    const page = { tasks: open.map(([id, fields]) => listed(id, fields)), unreadable: [], records: [] };
    await applyPage(ctx, listing, page, { records: new Map(), campaignStates: new Map() });
    const missing = await whatIsMissing(ctx, listing);
    if (missing.tasks > 0 || missing.creates) await closeMissing(ctx, listing);
  }

  #effect(command: ClaimedCommand): void {
    const vendorTaskId = command.vendorTaskId ?? '';
    const fields = this.#vendorTasks.get(vendorTaskId);
    if (fields !== undefined) this.#vendorTasks.set(vendorTaskId, { ...fields, ...shown(command) });
    this.#effects.set(nameOf(command), (this.#effects.get(nameOf(command)) ?? 0) + 1);
  }

  #truth(row: { vendor_task_id: string | null }): Fields {
    const fields = this.#vendorTasks.get(row.vendor_task_id ?? '');
    if (fields === undefined) throw new Error('the board shows a task that the vendor does not know');
    return fields;
  }

  async #isOpen(): Promise<boolean> {
    return (await this.#commands()).some((command) => openStates.has(command.state));
  }

  #commands(): Promise<CommandRow[]> {
    return this.#of('commands').orderBy('seq').execute();
  }

  #tasks() {
    const { db } = harness.ctx;
    return db.selectFrom('tasks').selectAll().where('connection_id', '=', this.#connectionId).execute();
  }

  #of(table: 'commands') {
    return harness.ctx.db.selectFrom(table).selectAll().where('connection_id', '=', this.#connectionId);
  }
}

/** Settles a claim as the delivering job does after its call. */
function report(claimed: ClaimedCommand, how: Ending): Promise<void> {
  const { ctx } = harness;
  const failure = { kind: 'refused', message: 'No.', fields: [] } as const;
  return settle(ctx, claimed, how === 'done' ? 'done' : 'failed', (tx, command) => {
    switch (how) {
      case 'done':
        return becomeSent(ctx, tx, command);
      case 'refused':
        return becomeFailed(ctx, tx, command, { ...failure, fields: [] });
      case 'put off':
        return becomePutOff(ctx, tx, command);
      case 'lost, done':
      case 'lost, not done':
        return becomeUncertain(ctx, tx, command, null);
    }
  });
}

function listed(vendorTaskId: string, fields: Fields): VendorTask {
  return {
    ...fields,
    vendorTaskId,
    vendorType: 'phone',
    channel: 'call',
    due: null,
    assigneeId: null,
    campaignId: null,
    parents: [],
    media: null,
    outbound: false,
    progress: false,
    closedAt: null,
  };
}

/** Of what a command sets, that which the story follows. */
function shown({ after }: Pick<CommandRow, 'after'>): Partial<Fields> {
  return Object.fromEntries(Object.entries(after).filter(([name]) => followed.has(name)));
}

const nameOf = (command: Pick<CommandRow, 'id' | 'task_id'>) => `${command.id} ${command.task_id}`;
/** Of what there is, counted from the newest. */
const pick = <T>(from: readonly T[], at: number): T | undefined =>
  from.at(-1 - (at % Math.max(1, from.length)));

describe('whatever is done, undone, sent, lost, found and listed, in whatever order', () => {
  it('each command takes allowed ways, alone and in its turn, the card shows the vendor under what is open, and nothing is done twice', async () => {
    const lives = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const story = await Story.begin();
      for (const one of steps) {
        await story.take(one);
        await story.check(one.do);
      }
      await story.end();
    });
    await expect(fc.assert(lives, { numRuns: runs })).resolves.toBeUndefined();
  }, 300_000);
});
