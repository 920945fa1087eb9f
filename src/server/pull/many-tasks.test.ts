import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

it('a first listing of many tasks writes a page at a time, and the database knows at once how many there are', async () => {
  const { userIds, contactId, vendor, ctx } = desk;
  const pages = 3;
  const one = { userId: userIds[0], contactId };
  await vendor.tasks.addAll(Array.from({ length: pages * 100 }, (_, n) => ({ ...one, title: `Call ${n}` })));
  const query = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => query.mockRestore());
  await desk.pull();
  const texts = (query.mock.calls as unknown[][]).map(([text]) => String(text));
  expect(texts.filter((text) => text.startsWith('insert into "tasks"'))).toHaveLength(pages);
  expect((await desk.call('GET', '/api/tasks/counts')).body.pending).toBe(pages * 100);
  const known = sql<{ rows: number }>`select reltuples as rows from pg_class where oid = 'tasks'::regclass`;
  expect((await known.execute(ctx.db)).rows[0]?.rows).toBeGreaterThanOrEqual(200);
});
