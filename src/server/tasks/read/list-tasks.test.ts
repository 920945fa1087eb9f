import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';
import type { NewTaskRow } from '#server/store/schema';
import { dueColumns } from '#server/store/tasks/task-fields';
import { addTasks } from '#testing/add-tasks';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
  await desk.call('PATCH', `/api/connections/${desk.connectionId}`, { me: desk.userIds[0] });
});
afterAll(() => desk.stop());

type Given = Partial<Omit<NewTaskRow, 'title'>> & { due?: Due | null };

/** Puts rows on the board, each titled `mark word`; answers how to ask for those words by a query. */
async function board(rows: Record<string, Given>) {
  const mark = randomUUID();
  await addTasks(
    desk,
    Object.entries(rows).map(([word, { due = at('2027-03-10T09:00:00.000Z'), ...given }]) => ({
      title: `${mark} ${word}`,
      ...dueColumns(due),
      ...given,
    })),
  );
  const list = async (query: string, status = 'pending') => {
    const path = `/api/tasks?status=${status}&limit=200&q=${mark}&${query}`;
    const { body } = await desk.call('GET', path);
    return (body.items as Task[]).map((task) => task.title.slice(mark.length + 1));
  };
  return { mark, list };
}

const at = (instant: string): Due => ({ kind: 'instant', at: instant });
const on = (date: string): Due => ({ kind: 'date', date });

function goTo(instant: string): void {
  desk.advance(Date.parse(instant) - desk.ctx.clock.now().getTime());
}

describe('a filter', () => {
  const values = () => ({
    anna: {
      assignee_id: desk.userIds[0],
      channel: 'call' as const,
      vendor_type: 'phone',
      priority: 'high' as const,
      campaign_id: 'cam_1',
      campaign_state: 'running',
      person_name: 'Anna Weber',
      person_email: 'anna@weber.example',
      person_phone: '+49 30 1',
      person_linkedin: 'https://linkedin.com/in/anna',
      person_company: 'Weber & Söhne',
    },
    ben: {
      assignee_id: desk.userIds[1],
      channel: 'email' as const,
      vendor_type: 'email',
      campaign_id: 'cam_2',
      campaign_state: 'paused',
      person_name: 'Ben O’Neil',
    },
    cleo: {
      channel: 'linkedin' as const,
      vendor_type: 'linkedinSend',
      priority: 'low' as const,
      closed_elsewhere: true,
    },
  });

  it.each([
    ['connection=HERE', 'anna ben cleo'],
    [`connection=${randomUUID()}`, ''],
    ['vendor=lemlist', 'anna ben cleo'],
    ['channel=call', 'anna'],
    ['channel=call,linkedin', 'anna cleo'],
    ['type=phone', 'anna'],
    ['type=-phone', 'ben cleo'],
    ['type=-phone,-email', 'cleo'],
    ['type=phone,email,-email', 'anna'],
    ['assignee=me', 'anna'],
    ['assignee=none', 'cleo'],
    ['assignee=me,none', 'anna cleo'],
    ['assignee=-me', 'ben cleo'],
    ['assignee=-none', 'anna ben'],
    ['assignee=-me,-none', 'ben'],
    ['assignee=BEN', 'ben'],
    ['assignee=-BEN', 'anna cleo'],
    ['priority=high', 'anna'],
    ['priority=none,low', 'ben cleo'],
    ['campaign=cam_1', 'anna'],
    ['campaign=any', 'anna ben'],
    ['campaign=none', 'cleo'],
    ['campaign=-cam_1', 'ben cleo'],
    ['campaign=any,-cam_1', 'ben'],
    ['campaign=-any', 'cleo'],
    ['campaignState=running', 'anna'],
    ['campaignState=-running', 'ben cleo'],
    ['name=anna weber', 'anna'],
    ['name=anna', ''],
    ['name=/^ANNA/', 'anna'],
    ['name=/o’neil$/', 'ben'],
    ['name=/a{2}/', ''],
    ['email=Anna@Weber.example', 'anna'],
    ['email=/@weber\\.example$/', 'anna'],
    ['phone=/^\\+49/', 'anna'],
    ['linkedin=/in\\/anna/', 'anna'],
    ['state=elsewhere', 'cleo'],
    ['state=held', ''],
    ['channel=call&priority=high&assignee=me&campaign=any', 'anna'],
    ['channel=call&priority=low', ''],
  ])('%s shows: %s', async (query, words) => {
    const { list, mark } = await board(values());
    const text = query
      .replace('HERE', desk.connectionId)
      .replace('BEN', desk.userIds[1])
      .split('&')
      .map((pair) => pair.replace(/(?<==).*/s, (value) => encodeURIComponent(value)))
      .join('&');
    expect((await list(text)).toSorted().join(' ')).toBe(words);
    const counts = (await desk.call('GET', `/api/tasks/counts?q=${mark}&${text}`)).body;
    expect(counts.pending).toBe(words === '' ? 0 : words.split(' ').length);
  });

  it('by text looks at title, name, company, email and message, without regard to case', async () => {
    const { mark } = await board({});
    const person = { person_name: `N${mark}`, person_company: `C${mark}`, person_email: `E${mark}` };
    await addTasks(desk, [{ title: `T${mark}`, text: `M${mark}`, ...person }]);
    for (const word of ['t', 'n', 'C', 'e', 'm']) {
      const found = await desk.call('GET', `/api/tasks?status=pending&q=${word}${mark.toUpperCase()}`);
      expect(found.body.items).toHaveLength(1);
    }
  });

  it('by state finds what is held, waiting, failed and checking', async () => {
    const task = await desk.pulledTask();
    const find = async (state: string) =>
      (await desk.call('GET', `/api/tasks/counts?q=${task.title}&closed=all&state=${state}`)).body.pending;
    await desk.command('edit', task.id, { changes: { text: 'Mine' } });
    expect(await Promise.all(['held', 'waiting', 'failed', 'checking'].map(find))).toEqual([1, 0, 0, 0]);
    await desk.vendor.misbehave({ kind: 'unauthorized' });
    await desk.send();
    expect(await Promise.all(['held', 'waiting', 'failed', 'checking'].map(find))).toEqual([0, 1, 0, 0]);
    await desk.vendor.misbehave({ kind: 'lost-answer', method: 'PATCH' });
    desk.advance(5_000);
    await desk.pull();
    await desk.send();
    expect(await Promise.all(['held', 'waiting', 'failed', 'checking'].map(find))).toEqual([0, 0, 0, 1]);
    await desk.vendor.misbehave();
  });
});

describe('a due range', () => {
  it.each([
    // Late evening in UTC: tomorrow has come in Kiritimati, and in Honolulu it is noon.
    ['UTC', '2026-03-10T23:59:00Z', '2026-03-10T23:59:30Z', '2026-03-11T00:00:00Z', '2026-03-12T00:00:00Z'],
    [
      'Pacific/Kiritimati',
      '2026-03-10T10:30:00Z',
      '2026-03-11T09:59:59Z',
      '2026-03-11T10:00:00Z',
      '2026-03-12T10:00:00Z',
    ],
    [
      'Pacific/Honolulu',
      '2026-03-10T23:59:00Z',
      '2026-03-11T09:59:59Z',
      '2026-03-11T10:00:00Z',
      '2026-03-12T10:00:00Z',
    ],
    // A day of 23 hours, and one of 25.
    [
      'Europe/Berlin',
      '2026-03-29T01:30:00Z',
      '2026-03-29T21:59:59Z',
      '2026-03-29T22:00:00Z',
      '2026-03-30T22:00:00Z',
    ],
    [
      'Europe/Berlin',
      '2026-10-25T01:30:00Z',
      '2026-10-25T22:59:59Z',
      '2026-10-25T23:00:00Z',
      '2026-10-26T23:00:00Z',
    ],
  ])(
    'in %s at %s divides at the borders of the day there',
    async (zone, now, lastOfToday, firstOfTomorrow, after) => {
      goTo(now);
      const before = new Date(Date.parse(now) - 60_000).toISOString();
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.parse(now));
      const date = (days: number) =>
        new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
      const { list, mark } = await board({
        passed: { due: at(before) },
        late: { due: at(lastOfToday) },
        early: { due: at(firstOfTomorrow) },
        after: { due: at(after) },
        yesterday: { due: on(date(-1)) },
        today: { due: on(date(0)) },
        tomorrow: { due: on(date(1)) },
        never: { due: null },
      });
      const tz = `tz=${encodeURIComponent(zone)}`;
      const sorted = async (due: string) => (await list(`${tz}&due=${due}`)).toSorted();
      expect(await sorted('overdue')).toEqual(['passed', 'yesterday']);
      expect(await sorted('today')).toEqual(['late', 'passed', 'today']);
      expect(await sorted('tomorrow')).toEqual(['early', 'tomorrow']);
      expect(await sorted('none')).toEqual(['never']);
      expect(await sorted('..today')).toEqual(['late', 'passed', 'today', 'yesterday']);
      expect(await sorted(`${date(1)}..${date(1)}`)).toEqual(['early', 'tomorrow']);
      expect(await sorted('today..')).toEqual(['after', 'early', 'late', 'passed', 'today', 'tomorrow']);
      const { buckets } = (await desk.call('GET', `/api/tasks/counts?q=${mark}&${tz}`)).body;
      expect(buckets).toMatchObject({ overdue: 2, today: 2, tomorrow: 2, none: 1 });
      expect(buckets.week + buckets.later).toBe(1);
    },
  );

  it('“week” ends with Sunday', async () => {
    goTo('2026-03-14T12:00:00Z');
    const { list, mark } = await board({
      saturday: { due: on('2026-03-14') },
      sunday: { due: at('2026-03-15T23:59:59.999Z') },
      monday: { due: on('2026-03-16') },
    });
    expect(await list('due=week')).toEqual(['saturday', 'sunday']);
    const { buckets } = (await desk.call('GET', `/api/tasks/counts?q=${mark}`)).body;
    expect(buckets).toMatchObject({ today: 1, tomorrow: 1, week: 0, later: 1 });
  });
});

describe('the closed columns', () => {
  it('reach back as far as asked, newest first', async () => {
    goTo('2026-03-10T12:00:00Z');
    const closed = (time: string) => ({ status: 'completed' as const, closed_at: new Date(time) });
    const { list } = await board({
      now: closed('2026-03-10T00:00:00Z'),
      yesterday: closed('2026-03-09T23:59:59Z'),
      week: closed('2026-03-04T00:00:00Z'),
      month: closed('2026-02-09T00:00:00Z'),
      older: closed('2026-02-08T23:59:59Z'),
    });
    expect(await list('', 'completed')).toEqual(['now']);
    expect(await list('closed=today&tz=America/New_York', 'completed')).toEqual([]);
    expect(await list('closed=7d', 'completed')).toEqual(['now', 'yesterday', 'week']);
    expect(await list('closed=30d', 'completed')).toEqual(['now', 'yesterday', 'week', 'month']);
    expect(await list('closed=all', 'completed')).toHaveLength(5);
    expect(await list('closed=all', 'ignored')).toEqual([]);
  });
});

describe('page after page', () => {
  async function walk(path: string): Promise<string[]> {
    const titles: string[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await desk.call('GET', `${path}&limit=2${next}`);
      titles.push(...(body.items as Task[]).map((task) => task.title));
      cursor = body.nextCursor as string | null;
    } while (cursor !== null);
    return titles;
  }

  it('shows each pending task once, with equal dues, dates and no due', async () => {
    const dues = [at('2027-01-01T10:59:59.999Z'), on('2027-01-01'), null, at('2027-01-02T00:00:00.001Z')];
    const rows = Array.from(
      { length: 17 },
      (_, index) => [`${index}`, { due: dues[index % 4] ?? null }] as const,
    );
    const { mark } = await board(Object.fromEntries(rows));
    const titles = await walk(`/api/tasks?status=pending&q=${mark}`);
    expect(titles).toHaveLength(17);
    expect(new Set(titles).size).toBe(17);
  });

  it('shows each closed task once, with equal times of closing', async () => {
    goTo('2026-03-10T12:00:00Z');
    const closed = { status: 'ignored' as const, closed_at: new Date('2026-03-10T11:00:00.123Z') };
    const { mark } = await board(
      Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}`, closed])),
    );
    const titles = await walk(`/api/tasks?status=ignored&q=${mark}`);
    expect(new Set(titles).size).toBe(9);
    expect(titles).toHaveLength(9);
  });
});

describe('what changed since', () => {
  const changes = async (query: string) => (await desk.call('GET', `/api/tasks/changes?${query}`)).body;

  it('begins with “read the list anew” and the revision to go on from', async () => {
    expect(await changes('')).toMatchObject({
      reset: true,
      items: [],
      revision: expect.stringMatching(/^\d+$/),
    });
  });

  it('tells what matches now and what does no longer, and nothing twice for ever', async () => {
    const task = await desk.pulledTask();
    const { revision } = await changes('');
    await desk.command('edit', task.id, { changes: { priority: 'high' } });
    const high = await changes(`since=${revision}&priority=high`);
    expect(high).toMatchObject({ reset: false, items: [{ id: task.id, priority: 'high' }], removed: [] });
    const low = await changes(`since=${revision}&priority=low`);
    expect(low).toMatchObject({ items: [], removed: [task.id] });
    expect(BigInt(high.revision)).toBeGreaterThanOrEqual(BigInt(revision));
  });

  it('tells of a task that left the board', async () => {
    const made = await desk.call('POST', '/api/tasks', desk.newTask());
    const { id } = made.body.results[0].task;
    const { revision } = await changes('');
    await desk.call('DELETE', `/api/commands/${made.body.results[0].task.commands[0].id}`);
    expect((await changes(`since=${revision}`)).removed).toContain(id);
  });

  it('asks to read anew when it is too much', async () => {
    const { revision } = await changes('');
    await board(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${index}`, {}])));
    expect(await changes(`since=${revision}`)).toMatchObject({ reset: true, items: [], removed: [] });
    expect(await changes('since=0')).toMatchObject({ reset: true });
  });

  it('takes any number as a revision and refuses what is none', async () => {
    expect(await changes('since=9999999999999999999')).toMatchObject({ items: [], reset: true });
    expect(await changes('since=soon')).toMatchObject({ status: 422, errors: [{ path: 'since' }] });
  });
});
