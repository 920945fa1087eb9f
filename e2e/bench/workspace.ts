import { mkdtemp, rm } from 'node:fs/promises';

import { Client } from 'pg';

import { startEmbeddedPostgres } from '#server/store/embedded/embedded-postgres';
import { runDirectoryPrefix } from '#testing/abandoned-runs';

import { ServerProcess } from '../server-process';
import { untilSynced } from '../servers/fleet';

/** A built server over its embedded database, on which a LeadLex holds so many tasks. */
export type Workspace = {
  size: number;
  server: ServerProcess;
  connectionId: string;
  /** The rows that a statement answers. */
  // eslint-disable-next-line typescript/no-explicit-any -- what a statement answers is known to who wrote it
  ask(sql: string, values?: unknown[]): Promise<any[]>;
  end(): Promise<void>;
};

const holdSeconds = 3600;
const env = { LOG_LEVEL: 'warn', SANDBOX: 'on' };

/** Makes a workspace of `size` tasks: six in ten open, three done, one ignored; nothing of it is listed or delivered meanwhile. */
export async function makeWorkspace(size: number): Promise<Workspace> {
  const dataDir = await mkdtemp(runDirectoryPrefix);
  const server = await ServerProcess.start({ dataDir, holdSeconds, env });
  await untilSynced(server.url);
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const client = new Client(postgres.connection);
  await client.connect();
  const ask = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;
  const [connection] = await ask(`select id from connections where vendor = 'leadlex'`);
  await fill(ask, connection.id, size);
  return {
    size,
    server,
    connectionId: connection.id,
    ask,
    async end() {
      await client.end();
      await server.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function fill(ask: Workspace['ask'], connectionId: string, size: number): Promise<void> {
  await ask(`update connections set next_pull_at = '2200-01-01'`);
  await ask('truncate tasks cascade');
  await ask(insertTasks, [connectionId, size]);
  await ask('vacuum analyze tasks');
}

/** The n-th task is the same in every run but for the moments, which count from now. */
const insertTasks = `
  insert into tasks (workspace_id, id, connection_id, vendor, vendor_task_id, status, channel, vendor_type, title, text,
    priority, due_at, due_sort, assignee_id, parents, person_name, person_company, person_email, person_keys, media,
    outbound, created_at, closed_at)
  select 1, overlay(overlay(md5('task ' || n) placing '4' from 13) placing '8' from 17)::uuid, $1, 'leadlex', 'of-the-bench-' || n, status,
    (array['call', 'email', 'linkedin', 'manual', 'whatsapp'])[1 + n % 5], (array['call', 'email', 'linkedin', 'todo', 'whatsapp'])[1 + n % 5],
    (array['Call about the renewal', 'Send the offer', 'Ask for the signature', 'Confirm the date', 'Follow up on the demo',
      'Answer the question', 'Send the case study', 'Introduce the new contact', 'Check the invoice', 'Plan the kick-off'])[1 + n % 10]
      || ' ' || n,
    'What was agreed last time, what they asked for, and what should come out of it. Number ' || n || '.',
    (array['none', 'low', 'medium', 'high'])[1 + n % 4],
    due, due, null,
    jsonb_build_array(jsonb_build_object('kind', 'contact', 'id', 'contact-' || (n / 3), 'name', 'Contact ' || (n / 3))),
    'Contact ' || (n / 3), 'Company ' || (n / 30), 'contact' || (n / 3) || '@company' || (n / 30) || '.example',
    array['email:contact' || (n / 3) || '@company' || (n / 30) || '.example'], '[]', false,
    now() - interval '90 days' * ((n * 7919) % 1000) / 1000,
    case when status = 'pending' then null else now() - interval '90 days' * ((n * 104729) % 10000) / 10000 end
  from (
    select n, case when n % 10 < 6 then 'pending' when n % 10 < 9 then 'completed' else 'ignored' end as status,
      now() - interval '14 days' + interval '70 days' * ((n::bigint * 7919) % 100000) / 100000 as due
    from generate_series(1, $2::int) as n
  ) as numbered`;

/** Its columns as the API answers them, so many cards of each. */
export async function columnsOf({ server }: Workspace, most: number): Promise<Record<string, object[]>> {
  const columns: Record<string, object[]> = {};
  for (const name of ['Pending', 'Completed', 'Ignored']) {
    const rows: object[] = [];
    let cursor: string | null = '';
    while (cursor !== null && rows.length < most) {
      const query: string = `status=${name.toLowerCase()}&limit=${Math.min(most, 200)}&closed=all&tz=UTC${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = await (await fetch(`${server.url}/api/tasks?${query}`)).json();
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    columns[name] = rows;
  }
  return columns;
}
