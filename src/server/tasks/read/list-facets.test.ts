import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { facetFields } from '#contract/task-filter';
import type { NewTaskRow } from '#server/store/schema';
import { eachQuery, valueQuery } from '#server/store/tasks/task-facets';
import { dueColumns } from '#server/store/tasks/task-fields';
import { insertTask } from '#server/store/tasks/tasks';
import { transaction } from '#server/store/transaction';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;
const mark = randomUUID();

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
  const [ada, ben] = desk.userIds;
  await desk.call('PATCH', `/api/connections/${desk.connectionId}`, { me: ada });
  desk.advance(Date.parse('2026-03-10T12:00:00Z') - desk.ctx.clock.now().getTime());
  await transaction(desk.ctx, 'tasks', async (tx) => {
    for (const given of [
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
    ] satisfies Partial<NewTaskRow>[])
      await insertTask(tx, row(given));
  });
});
afterAll(() => desk.stop());

const dueOn = (date: string) => dueColumns({ kind: 'date', date });

function row(given: Partial<NewTaskRow>): NewTaskRow {
  return {
    workspace_id: desk.ctx.workspaceId,
    id: randomUUID(),
    connection_id: desk.connectionId,
    vendor: 'lemlist',
    vendor_task_id: `opp_${randomUUID()}`,
    status: 'pending',
    channel: 'manual',
    vendor_type: 'manual',
    title: mark,
    text: '',
    priority: 'none',
    ...dueOn('2026-03-10'),
    parents: '[]',
    media: '[]',
    outbound: false,
    closed_elsewhere: false,
    created_at: desk.ctx.clock.now(),
    ...given,
  };
}

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

it('counting values goes along the index of open tasks', async () => {
  const { ctx } = desk;
  const view = { now: ctx.clock.now(), zone: 'UTC', me: [] };
  const each = [{ due: 'overdue' }, { channel: ['call' as const] }];
  const plans = await ctx.db.transaction().execute(async (tx) => {
    // A handful of rows is read faster without an index.
    await sql`set local enable_seqscan = off`.execute(tx);
    return Promise.all([
      valueQuery(tx, ctx.workspaceId, 'channel', {}, view).explain('json'),
      eachQuery(tx, ctx.workspaceId, { base: {}, each }, view).explain('json'),
    ]);
  });
  for (const plan of plans) expect(JSON.stringify(plan)).toContain('"Index Name":"tasks_');
});
