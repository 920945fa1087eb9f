import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TestDatabase } from './database';
import { createTestDatabase } from './database';

let one: TestDatabase<{ note: { text: string } }>;
let other: TestDatabase<{ note: { text: string } }>;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([one.destroy(), other.destroy()]);
});

test('what one test file writes, another does not see', async () => {
  await Promise.all([one, other].map(({ db }) => sql`create table note (text text)`.execute(db)));
  await one.db.insertInto('note').values({ text: 'mine' }).execute();

  expect(await one.db.selectFrom('note').selectAll().execute()).toEqual([{ text: 'mine' }]);
  expect(await other.db.selectFrom('note').selectAll().execute()).toEqual([]);
});

test('capital letters of other alphabets are folded', async () => {
  const { rows } = await sql<{ folded: boolean }>`select 'ÉRIC Łoś' ilike 'éric łOŚ' as folded`.execute(
    one.db,
  );

  expect(rows).toEqual([{ folded: true }]);
});
