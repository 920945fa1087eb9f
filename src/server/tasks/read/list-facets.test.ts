import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { facetFields } from '#contract/task-filter';
import type { NewTaskRow } from '#server/store/schema';
import { eachQuery, valueQuery } from '#server/store/tasks/task-facets';
import { dueColumns } from '#server/store/tasks/task-fields';
import { addTasks } from '#testing/add-tasks';
import { openDesk, type Desk } from '#testing/desk';
import { plansAmongMany } from '#testing/plans-among-many';

let desk: Desk;
const mark = randomUUID();

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
  const [ada, ben] = desk.userIds;
  await desk.call('PATCH', `/api/connections/${desk.connectionId}`, { me: ada });
  desk.advance(Date.parse('2026-03-10T12:00:00Z') - desk.ctx.clock.now().getTime());
  const rows: Partial<NewTaskRow>[] = [
    { assignee_id: ada, channel: 'call', campaign_id: 'c1', campaign_state: 'running', priority: 'high' },
    { assignee_id: ada, channel: 'call', vendor_type: 'Call, then mail', ...dueOn('2026-03-09') },
    {
      assignee_id: ben,
      channel: 'email',
      campaign_id: 'c2',
      campaign_state: 'paused',
      ...dueOn('2026-03-11'),
    },
    { channel: 'email', due_date: null, due_at: null },
    { channel: 'linkedin', status: 'completed', closed_at: desk.ctx.clock.now(), closed_elsewhere: true },
    { channel: 'linkedin', status: 'ignored', closed_at: desk.ctx.clock.now(), board_only: true },
  ];
  await addTasks(
    desk,
    rows.map((row) => ({ title: mark, ...row })),
  );
});
afterAll(() => desk.stop());

const dueOn = (date: string) => dueColumns({ kind: 'date', date });

async function countsOf(query: string): Promise<Record<string, number>> {
  const { body, status } = await desk.call('GET', `/api/tasks/facets?q=${mark}&${query}`);
  expect(status).toBe(200);
  const items = body.items as { value: string; count: number }[];
  return Object.fromEntries(items.map(({ value, count }) => [value, count]));
}

describe('while a value is chosen, each says how many tasks it stands for', () => {
  it('of the people, with oneself and with nobody', async () => {
    const [ada, ben] = desk.userIds;
    expect(await countsOf('field=assignee')).toEqual({ me: 2, [ada]: 2, [ben]: 1, none: 1 });
  });

  it('of the campaigns, in any and in none', async () => {
    expect(await countsOf('field=campaign')).toEqual({ any: 2, c1: 1, c2: 1, none: 2 });
    expect(await countsOf('field=campaignState')).toEqual({ running: 1, paused: 1 });
  });

  it('of the days, right where they overlap', async () => {
    expect(await countsOf('field=due&tz=Europe/Berlin')).toEqual({
      overdue: 1,
      today: 1,
      '..today': 2,
      tomorrow: 1,
      week: 2,
      none: 1,
    });
    // In Kiritimati the 11th has begun.
    expect(await countsOf('field=due&tz=Pacific/Kiritimati')).toMatchObject({ overdue: 2, today: 1 });
  });

  it('of the states, closed tasks too', async () => {
    expect(await countsOf('field=state')).toEqual({ elsewhere: 1, 'board-only': 1 });
  });

  it('under the rest of the filter, and without the field itself', async () => {
    expect(await countsOf('field=channel&channel=email')).toEqual({ call: 2, email: 2 });
    expect(await countsOf('field=channel&assignee=me')).toEqual({ call: 2 });
    expect(await countsOf('field=priority&channel=call')).toEqual({ high: 1, none: 1 });
    expect(await countsOf('field=type&channel=call')).toEqual({ 'Call, then mail': 1, manual: 1 });
    expect(await countsOf('field=vendor&channel=whatsapp')).toEqual({});
  });

  it('and each number is what the board then shows', async () => {
    for (const field of facetFields) {
      for (const [value, count] of Object.entries(await countsOf(`field=${field}`))) {
        const chosen = encodeURIComponent(value.replaceAll(',', '\\,'));
        const { body } = await desk.call('GET', `/api/tasks/counts?q=${mark}&${field}=${chosen}`);
        const shown = field === 'state' ? body.pending + body.completed + body.ignored : body.pending;
        expect([field, value, shown]).toEqual([field, value, count]);
      }
    }
  });
});

it.each([
  ['field=colour', 'field'],
  ['', 'field'],
  ['field=due&channel=fax', 'channel.0'],
  ['field=channel&name=/(/', 'name'],
  ['field=channel&status=pending', 'status'],
])('a question like “%s” is refused at its field', async (query, path) => {
  const { status, body } = await desk.call('GET', `/api/tasks/facets?${query}`);
  expect(status).toBe(422);
  expect(body.errors).toEqual([expect.objectContaining({ path })]);
});

it('among many closed tasks, counting values reads the open ones alone, by an index', async () => {
  const { workspaceId, clock } = desk.ctx;
  const view = { now: clock.now(), zone: 'UTC', me: [] };
  const each = [{ due: 'overdue' }, { channel: ['call' as const] }];
  const plans = await plansAmongMany(desk, (tx) => [
    valueQuery(tx, workspaceId, 'channel', {}, view),
    eachQuery(tx, workspaceId, { base: {}, each }, view),
  ]);
  const ofOpenTasks = /"Index Name":"tasks_(?:pending|by_priority|by_age|by_person)"/;
  for (const plan of plans) {
    expect(plan).toMatch(ofOpenTasks);
    expect(plan).not.toContain('Seq Scan');
  }
});
