import type { Context, Next } from 'hono';
import { type Generated, type Kysely, type Migration, sql } from 'kysely';

type CallTable = {
  id: Generated<number>;
  vendor: string;
  account: string;
  method: string;
  path: string;
  query: string;
  body: string | null;
  status: number | null;
  at: Date;
};
export type CallTables = { calls: CallTable };

/** One call as the sandbox got it. `status` is null while, or if, it was never answered. */
export type Call = {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  status: number | null;
  at: string;
};

/** Whose log a call belongs to, and the key that must not get into it. */
export type CallOwner = { vendor: string; account: string; key: string };

const CALLS_KEPT = 1000;
const BODY_KEPT = 20_000;

export const callMigration: Migration = {
  async up(db) {
    await sql`
      create table sandbox.calls (
        id integer generated always as identity primary key,
        vendor text not null,
        account text not null,
        method text not null,
        path text not null,
        query text not null,
        body text,
        status integer,
        at timestamptz(3) not null
      )`.execute(db);
    await sql`create index calls_by_account on sandbox.calls (vendor, account, id)`.execute(db);
  },
};

/** Writes the call down before it is worked on, so that a call that hangs is seen too, then its status. */
export async function logCall(
  db: Kysely<CallTables>,
  owner: CallOwner,
  call: { path: string; at: Date },
  c: Context,
  next: Next,
): Promise<void> {
  const withoutKey = (text: string) => text.replaceAll(owner.key, '[key]').replaceAll('\0', '');
  const body = await c.req.text();
  const { id } = await db
    .insertInto('calls')
    .values({
      vendor: owner.vendor,
      account: owner.account,
      method: c.req.method,
      path: withoutKey(call.path),
      query: withoutKey(JSON.stringify(c.req.query())),
      body: body === '' ? null : withoutKey(body.slice(0, BODY_KEPT)),
      at: call.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await forgetOldCalls(db, owner);
  await next();
  if (c.get('unanswered') === true) return;
  await db.updateTable('calls').set({ status: c.res.status }).where('id', '=', id).execute();
}

async function forgetOldCalls(db: Kysely<CallTables>, { vendor, account }: CallOwner): Promise<void> {
  const ofAccount = db.selectFrom('calls').where('vendor', '=', vendor).where('account', '=', account);
  await db
    .deleteFrom('calls')
    .where('vendor', '=', vendor)
    .where('account', '=', account)
    .where('id', '<=', ofAccount.select('id').orderBy('id', 'desc').offset(CALLS_KEPT).limit(1))
    .execute();
}

/** The last 1000 calls of an account, newest last. */
export async function listCalls(db: Kysely<CallTables>, vendor: string, account: string): Promise<Call[]> {
  const rows = await db
    .selectFrom('calls')
    .selectAll()
    .where('vendor', '=', vendor)
    .where('account', '=', account)
    .orderBy('id')
    .execute();
  return rows.map(({ method, path, query, body, status, at }) => ({
    method,
    path,
    query: JSON.parse(query) as Record<string, string>,
    body: body === null ? null : jsonOrText(body),
    status,
    at: at.toISOString(),
  }));
}

function jsonOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
