import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import pg from 'pg';

import { up as board } from './migrations/001-board';
import { up as threeVendors } from './migrations/002-three-vendors';
import { up as media } from './migrations/003-media';
import { up as people } from './migrations/004-people';
import { up as circuit } from './migrations/005-circuit';
import { up as decisions } from './migrations/006-decisions';
import { up as searchInText } from './migrations/007-search-in-text';
import { up as steps } from './migrations/008-steps';
import { up as views } from './migrations/009-views';
import { up as secondThoughts } from './migrations/010-second-thoughts';
import { up as failedCommands } from './migrations/011-failed-commands';
import { up as peopleAtOnce } from './migrations/012-people-at-once';
import type { Database } from './schema';

/** Newest last; a migration that has landed is never edited. */
const migrations: Record<string, Migration> = {
  '001-board': { up: board },
  '002-three-vendors': { up: threeVendors },
  '003-media': { up: media },
  '004-people': { up: people },
  '005-circuit': { up: circuit },
  '006-decisions': { up: decisions },
  '007-search-in-text': { up: searchInText },
  '008-steps': { up: steps },
  '009-views': { up: views },
  '010-second-thoughts': { up: secondThoughts },
  '011-failed-commands': { up: failedCommands },
  '012-people-at-once': { up: peopleAtOnce },
};

const statementTimeoutMs = 5_000;
const dateOid = 1082;

/** How to reach PostgreSQL: an address, or host, port, user and database of the embedded one. */
export type DatabaseAddress =
  | string
  | { host: string; port: number; user: string; database: string; password?: string };

/** The pool's settings, the same wherever a client is opened. A date stays the text it is, it never becomes an instant. */
export function clientConfig(address: DatabaseAddress): pg.ClientConfig {
  return {
    ...(typeof address === 'string' ? { connectionString: address } : address),
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === dateOid ? String : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  };
}

/** Opens a pool of connections; `onError` hears of a broken idle one, which the pool replaces by itself. */
export function openDatabase(address: DatabaseAddress, onError: (error: Error) => void): Kysely<Database> {
  const pool = new pg.Pool({ ...clientConfig(address), max: 10, statement_timeout: statementTimeoutMs });
  pool.on('error', onError);
  // The pool listens to idle clients only; one that breaks in use fails its query and must not end the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Brings the tables up to date; safe to run from several processes at once. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  await db.connection().execute(async (one) => {
    // Making an index, or waiting for another process that migrates, may take longer than any search.
    await sql`set statement_timeout = 0`.execute(one);
    const migrator = new Migrator({ db: one, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    await sql`set statement_timeout = ${sql.lit(statementTimeoutMs)}`.execute(one);
    if (error !== undefined) throw error;
  });
}

/** Runs `work` while no other process runs work of the same name on this database; whoever comes later waits. */
export function alone<T>(db: Kysely<Database>, name: string, work: () => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // Whoever was first may take longer than any search.
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
    return work();
  });
}

/** Throws when the database does not answer. */
export async function ping(db: Kysely<Database>): Promise<void> {
  await sql`select 1`.execute(db);
}
