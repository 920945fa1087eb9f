import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { createLemlistTeam } from '#sandbox/lemlist/team';
import { openDatabase, type DatabaseAddress } from '#server/store/database';
import { runDirectoryPrefix } from '#testing/abandoned-runs';

import { ServerProcess } from '../server-process';
import { ask, tell, untilSynced } from '../servers/fleet';
import { openDatabaseOf, type Ask } from './workspace';

/** A practice lemlist that holds many open tasks and lets itself be asked without a limit, and a built server that is to be connected to it. */
export type LargeTeam = {
  size: number;
  server: ServerProcess;
  sql: Ask;
  key: string;
  /** Its tasks by lemlist's own ids. */
  taskIds: string[];
  end(): Promise<void>;
};

const tasksOfContact = 3;
const lookEveryMs = 250;

export async function makeLargeTeam(size: number, holdSeconds = 0): Promise<LargeTeam> {
  const dataDir = await mkdtemp(runDirectoryPrefix);
  const env = { LOG_LEVEL: 'warn', SANDBOX: 'on' };
  const server = await ServerProcess.start({ dataDir, holdSeconds, env });
  await untilSynced(server.url);
  const { address, ask: sql, close } = await openDatabaseOf(dataDir);
  await sql(`update connections set next_pull_at = '2200-01-01'`);
  await sql('truncate tasks cascade');
  await liftBudgets(sql);
  const team = await fillVendor(address, size);
  await sql('vacuum analyze');
  return {
    size,
    server,
    sql,
    ...team,
    async end() {
      await server.stop();
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** No call counts, as if the vendor had no limit to keep to. */
async function liftBudgets(sql: Ask): Promise<void> {
  await sql(`create function forget_calls() returns trigger language plpgsql as $$
    begin new.calls := '{}'; new.day_calls := 0; return new; end $$`);
  await sql(
    `create trigger forget_calls before update on budgets for each row execute function forget_calls()`,
  );
}

async function fillVendor(
  address: DatabaseAddress,
  size: number,
): Promise<Pick<LargeTeam, 'key' | 'taskIds'>> {
  const db = openDatabase(address, () => undefined);
  const key = `key-${randomUUID()}`;
  try {
    const team = await createLemlistTeam(db, { key, now: new Date(), rateLimit: 1_000_000 });
    const userId = await team.users.add({ name: 'Ada Rep' });
    const contacts = await team.contacts.addAll(
      Array.from({ length: Math.ceil(size / tasksOfContact) }, (_, n) => ({
        firstName: 'Contact',
        lastName: String(n),
        email: `contact${n}@company.example`,
      })),
    );
    const taskIds = await team.tasks.addAll(
      Array.from({ length: size }, (_, n) => ({
        title: `Call about the renewal ${n}`,
        content: 'What was agreed last time, what they asked for, and what should come out of it.',
        userId,
        contactId: contacts[(n * 7919) % contacts.length],
        dueDate: new Date(Date.now() + ((n % 20_000) - 4_000) * 300_000),
      })),
    );
    return { key, taskIds };
  } finally {
    await db.destroy();
  }
}

/** Connects the server to the team; ends when the first listing is complete and the board has all of it. */
export async function connectAndList({ server, sql, key, size }: LargeTeam): Promise<void> {
  const connection = { vendor: 'lemlist', label: 'A large team', key, sandbox: true };
  const { id } = await (await tell(server.url, 'POST', '/api/connections', connection)).json();
  for (;;) {
    const { items } = await ask(server.url, '/api/connections');
    const { lastSyncAt, trouble } = items.find((one: { id: string }) => one.id === id);
    if (trouble !== null) throw new Error(`The listing broke off: ${trouble.message}`);
    if (lastSyncAt !== null) break;
    await wait(lookEveryMs);
  }
  const [{ count }] = await sql('select count(*)::int from tasks where connection_id = $1', [id]);
  if (count !== size) throw new Error(`The board has ${count} of ${size} tasks.`);
}
