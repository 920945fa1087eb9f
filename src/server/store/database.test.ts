import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { createTestDatabase } from '#testing/database';

import { openDatabase } from './database';

test('a connection that breaks in use fails the work on it and nothing else', async () => {
  const database = await createTestDatabase();
  const db = openDatabase(database.url, () => undefined);
  const work = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(database.db);
    await sql`select 1`.execute(tx);
  });
  await expect(work).rejects.toThrow('connection');
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
  await database.destroy();
});
