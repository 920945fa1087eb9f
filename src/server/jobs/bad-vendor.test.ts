import { randomUUID } from 'node:crypto';

import { afterEach, describe, expect, it } from 'vitest';

import type { Task } from '#contract/task';
import type { Fault } from '#sandbox/faults';
import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';
import { openDesk, type Desk } from '#testing/desk';
import type { Account, HarnessOptions } from '#testing/harness';

const roundMs = 20_000;
const rounds = 4;
let desk: Desk;

afterEach(() => desk.stop());

type Well = { account: Account; calls(): Promise<number>; task: Task };

/** A board with a lemlist that shall misbehave, and two vendors beside it that stay well. */
async function threeVendors(options: HarnessOptions): Promise<{ wells: Well[] }> {
  desk = await openDesk(options);
  const { db, clock } = desk.ctx;
  const saleshandyKey = `key-${randomUUID()}`;
  const team = await createSaleshandyTeam(db, { key: saleshandyKey, now: clock.now(), rateLimit: 1000 });
  const prospectId = await team.prospects.add({ firstName: 'Anna' });
  await team.tasks.add({ prospectId, type: '3', note: 'well', dueDate: '2027-03-28' });
  const leadlexKey = `wbk_${randomUUID()}`;
  const firm = await createLeadlexWorkspace(db, { key: leadlexKey, now: clock.now(), plan: 'org' });
  const contactId = await firm.contacts.add({ firstName: 'Hans' });
  await firm.tasks.add({ title: 'well', contactId });
  const wells = [];
  for (const [vendor, key, plan] of [
    ['saleshandy', saleshandyKey],
    ['leadlex', leadlexKey, 'org'],
  ] as const) {
    const account = await desk.connect(vendor, key, plan);
    await account.pull();
    const path = `/api/tasks?status=pending&connection=${account.connectionId}`;
    const task = (await desk.call('GET', path)).body.items[0];
    const calls = async () =>
      (await desk.call('GET', `/sandbox/control/${vendor}/calls?key=${key}`)).body.calls.length;
    wells.push({ account, calls, task });
  }
  await desk.pull();
  return { wells };
}

/**
 * Minutes of a team at work: in each round a rep changes a task at every vendor, then all jobs run, those of the bad
 * vendor first. Answers how many calls the two that are well got, and how many changes wait there at the end.
 */
async function work(wells: readonly Well[], ours: readonly Task[]) {
  const before = await Promise.all(wells.map((well) => well.calls()));
  let waiting = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const { id } of [...ours.slice(round, round + 1), ...wells.map((well) => well.task)])
      await desk.command('edit', id, { changes: { text: `${round} ${id}` } });
    desk.advance(roundMs);
    await Promise.all([desk.pull(), desk.deliver()]);
    for (const { account, task } of wells) {
      await Promise.all([account.deliver(), account.pull()]);
      waiting += (await desk.read(task.id)).commands.length;
    }
  }
  const after = await Promise.all(wells.map((well) => well.calls()));
  return { calls: after.map((count, index) => count - (before[index] ?? 0)), waiting };
}

async function ownTasks(): Promise<Task[]> {
  const tasks = [];
  for (let made = 0; made < rounds; made += 1) tasks.push(await desk.pulledTask());
  return tasks;
}

const faults: Record<string, Fault> = {
  'asks to go slower for two seconds': { kind: 'rate-limited', retryAfter: 2 },
  'asks to go slower for ten minutes': { kind: 'rate-limited', retryAfter: 600 },
  'refuses the key': { kind: 'unauthorized' },
  'breaks down': { kind: 'server-error' },
  'never answers': { kind: 'timeout' },
  'answers web pages': { kind: 'html' },
  'answers broken JSON': { kind: 'broken-json' },
  'acts and loses its answers': { kind: 'lost-answer' },
  'takes its time': { kind: 'slow', delayMs: 200 },
};

describe('a vendor that', () => {
  it.each(Object.entries(faults))(
    '%s costs the others no call and no moment, closes nothing, and does each change once in the end',
    async (_name, fault) => {
      const { wells } = await threeVendors(fault.kind === 'timeout' ? { vendorTimeoutMs: 1_500 } : {});
      const ours = await ownTasks();
      const usual = await work(wells, []);
      await desk.newWrites();
      await desk.vendor.misbehave(fault);
      const callsBefore = (await desk.vendor.calls()).length;
      expect(await work(wells, ours)).toEqual({ calls: usual.calls, waiting: 0 });
      const spent = (await desk.vendor.calls()).length - callsBefore;
      expect(spent).toBeLessThan(60);
      for (const task of ours) expect((await desk.read(task.id)).status).toBe('pending');
      await desk.vendor.misbehave();
      const isDone = async () =>
        (await Promise.all(ours.map((task) => desk.read(task.id)))).every((one) => one.commands.length === 0);
      await desk.pullUntil(async () => {
        desk.advance(11 * 60_000);
        await desk.pull();
        await desk.deliver();
        return isDone();
      });
      const { effects } = (await desk.call('GET', `/sandbox/control/lemlist/effects?key=${desk.vendor.key}`))
        .body;
      expect(effects.filter((effect: { kind: string }) => effect.kind === 'repeated')).toEqual([]);
      for (const [index, task] of ours.entries()) {
        expect(await desk.atVendor(task.title)).toMatchObject([{ content: `${index} ${task.id}` }]);
        expect((await desk.read(task.id)).closedElsewhere).toBe(false);
      }
    },
    120_000,
  );
});
