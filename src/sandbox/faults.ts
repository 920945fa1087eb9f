import { type Generated, type Kysely, type Migration, sql } from 'kysely';
import { z } from 'zod';

/** Longest time that a call is left hanging, in milliseconds. */
export const LONGEST_WAIT = 120_000;

/** The kinds that every vendor knows. */
const faultKinds = [
  'rate-limited',
  'server-error',
  'unauthorized',
  'timeout',
  'html',
  'broken-json',
  'lost-answer',
  'slow',
] as const;
type FaultKind = (typeof faultKinds)[number];

/**
 * One way to misbehave. Without `method` and `path` it meets every call; a path is the vendor's own (`/tasks`) and may end in `*`,
 * and the method `WRITE` stands for every one but GET.
 * `remaining` counts the calls it still meets (absent: until it is cleared). `delayMs` comes before the answer; for `timeout` it
 * is how long the call hangs before the connection drops. `retryAfter` is in seconds. `slow` answers as it should after `delayMs`.
 */
export const fault = z.strictObject({
  kind: z.enum(faultKinds),
  method: z.string().toUpperCase().optional(),
  path: z.string().startsWith('/').optional(),
  remaining: z.int().positive().optional(),
  delayMs: z.int().min(0).max(LONGEST_WAIT).optional(),
  retryAfter: z.int().min(0).optional(),
});
/** A vendor may know kinds of its own beside the common ones. */
export type Fault<Kind extends string = FaultKind> = Omit<z.infer<typeof fault>, 'kind'> & { kind: Kind };

/** As a fault's method: whatever changes something. */
const WRITE = 'WRITE';

type FaultTable = {
  id: Generated<number>;
  vendor: string;
  account: string;
  kind: string;
  method: string | null;
  path: string | null;
  remaining: number | null;
  delay_ms: number | null;
  retry_after: number | null;
};
export type FaultTables = { faults: FaultTable };
type FaultRow<Kind extends string = string> = Omit<FaultTable, 'id' | 'kind'> & { id: number; kind: Kind };

export const faultMigration: Migration = {
  async up(db) {
    await sql`
      create table sandbox.faults (
        id integer generated always as identity primary key,
        vendor text not null,
        account text not null,
        kind text not null,
        method text,
        path text,
        remaining integer,
        delay_ms integer,
        retry_after integer
      )`.execute(db);
    await sql`create index faults_by_account on sandbox.faults (vendor, account, id)`.execute(db);
  },
};

/** Replaces all faults of an account; an empty list makes the vendor behave again. */
export async function replaceFaults(
  db: Kysely<FaultTables>,
  vendor: string,
  account: string,
  faults: Fault<string>[],
): Promise<void> {
  await db.transaction().execute((trx) => writeFaults(trx, vendor, account, faults));
}

/** Takes the faults of some kinds away and puts others before the rest, since a call meets the first that is for it. */
export async function changeFaults(
  db: Kysely<FaultTables>,
  vendor: string,
  account: string,
  { off, on }: { off: readonly string[]; on: Fault<string>[] },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // One change after the other, also where there is no row yet to wait for.
    await sql`select pg_advisory_xact_lock(hashtext(${`sandbox faults ${vendor} ${account}`}))`.execute(trx);
    const rest = (await listFaults(trx, vendor, account)).filter(({ kind }) => !off.includes(kind));
    await writeFaults(trx, vendor, account, [...on, ...rest]);
  });
}

async function writeFaults(
  trx: Kysely<FaultTables>,
  vendor: string,
  account: string,
  faults: Fault<string>[],
): Promise<void> {
  await trx.deleteFrom('faults').where('vendor', '=', vendor).where('account', '=', account).execute();
  const rows = faults.map(({ delayMs, retryAfter, ...rest }) => ({
    vendor,
    account,
    ...rest,
    delay_ms: delayMs ?? null,
    retry_after: retryAfter ?? null,
  }));
  if (rows.length > 0) await trx.insertInto('faults').values(rows).execute();
}

/** The faults of an account that still have calls to meet. */
export async function listFaults(
  db: Kysely<FaultTables>,
  vendor: string,
  account: string,
): Promise<Fault<string>[]> {
  return (await faultRows(db, vendor, account)).map(toFault);
}

/** Finds the first fault for a call, of the common kinds or of the ones asked for, and uses one of its `remaining` up. */
export async function takeFault<Kind extends string = FaultKind>(
  db: Kysely<FaultTables>,
  vendor: string,
  account: string,
  call: { method: string; path: string },
  kinds: readonly Kind[] = faultKinds as readonly string[] as readonly Kind[],
): Promise<Fault<Kind> | undefined> {
  const isWanted = (row: FaultRow): row is FaultRow<Kind> => kinds.some((kind) => kind === row.kind);
  for (const row of await faultRows(db, vendor, account)) {
    if (!isWanted(row) || !meets(row, call)) continue;
    if (row.remaining === null) return toFault(row);
    const taken = await db
      .updateTable('faults')
      .set((eb) => ({ remaining: eb('remaining', '-', 1) }))
      .where('id', '=', row.id)
      .where('remaining', '>', 0)
      .executeTakeFirst();
    if (taken.numUpdatedRows > 0n) return toFault(row);
  }
  return undefined;
}

function faultRows(db: Kysely<FaultTables>, vendor: string, account: string): Promise<FaultRow[]> {
  return db
    .selectFrom('faults')
    .selectAll()
    .where('vendor', '=', vendor)
    .where('account', '=', account)
    .where((eb) => eb.or([eb('remaining', 'is', null), eb('remaining', '>', 0)]))
    .orderBy('id')
    .execute();
}

function meets(row: FaultRow, call: { method: string; path: string }): boolean {
  const isMethod = row.method === WRITE ? call.method !== 'GET' : row.method === call.method;
  if (row.method !== null && !isMethod) return false;
  if (row.path === null) return true;
  return row.path.endsWith('*') ? call.path.startsWith(row.path.slice(0, -1)) : call.path === row.path;
}

function toFault<Kind extends string>(row: FaultRow<Kind>): Fault<Kind> {
  return {
    kind: row.kind,
    ...(row.method === null ? {} : { method: row.method }),
    ...(row.path === null ? {} : { path: row.path }),
    ...(row.remaining === null ? {} : { remaining: row.remaining }),
    ...(row.delay_ms === null ? {} : { delayMs: row.delay_ms }),
    ...(row.retry_after === null ? {} : { retryAfter: row.retry_after }),
  };
}
