import { randomUUID } from 'node:crypto';

import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';
import { caughtStatements, type Statement } from '#testing/plans/caught-statements';
import { explainedNode, explainedText } from '#testing/plans/explained';
import { insertManyTasks, insertTheirCommands } from '#testing/plans/many-tasks';
import { pageReads } from '#testing/plans/page-reads';
import { wastedReads } from '#testing/plans/wasted-reads';

import { expireClaims } from '../ledger/claim-commands';
import { dueDeliveries } from './commands/claims';
import { connectionsToPull } from './connections';

const tasks = 20_000;
const openOfTen = 1;
/** All the open ones and those closed today. */
const column = 2_700;
const enough = 5;
const patience = 60_000;

let database: TestDatabase<unknown>;
let desk: Desk;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openDesk({ databaseUrl: database.url });
  client = new Client({ connectionString: database.url });
  await client.connect();
  const { connectionId } = await desk.connect('lemlist', `key-${randomUUID()}`);
  await client.query(insertManyTasks, [connectionId, tasks, openOfTen]);
  await client.query(insertTheirCommands, [connectionId]);
  await client.query('vacuum analyze tasks, commands');
});
afterAll(async () => {
  await client.end();
  await desk.stop();
  await database.destroy();
});

async function ask(method: string, path: string, sent?: object) {
  const { status, body } = await desk.call(method, path, sent);
  expect([path, status]).toEqual([path, 200]);
  return body;
}
const read = (path: string) => ask('GET', path);

const known = new Set<string>();

/** What goes with each page, by the ids of its rows, is looked at once. */
function isKnown({ text, values }: Statement): boolean {
  const isKnownText = known.has(text);
  known.add(text);
  return isKnownText && (values.length === 1 || values.some((value) => Array.isArray(value)));
}

/** What the statements read without need, each complaint with its statement and its plan. */
async function complaintsAbout(what: string, statements: readonly Statement[], most = 0): Promise<string[]> {
  const complaints: string[] = [];
  for (const statement of statements) {
    if (isKnown(statement)) continue;
    const wasted = wastedReads(await explainedNode(client, statement), most);
    if (wasted.length === 0) continue;
    const plan = await explainedText(client, statement);
    const values = JSON.stringify(statement.values).slice(0, 500);
    complaints.push([`${what} ${wasted.join(' and ')}`, statement.text, values, plan].join('\n'));
  }
  return complaints;
}

it(
  'every question of a page reads by an index what it needs and little more',
  async () => {
    const complaints: string[] = [];
    const reads = await pageReads(ask);
    for (const { what, path, reach } of reads) {
      // Without one of its indexes the board is slow, and a few complaints tell which.
      if (complaints.length >= enough) break;
      const statements = await caughtStatements(() => read(path));
      expect(statements.length).toBeGreaterThan(0);
      if (reach === 'board') continue;
      complaints.push(...(await complaintsAbout(what, statements, reach === 'column' ? column : 0)));
    }
    expect(complaints.join('\n\n')).toBe('');
  },
  patience,
);

it('so does what a rep does, its way to the vendor, a listing and the look for work each second', async () => {
  const { db, workspaceId, clock } = desk.ctx;
  const task = await desk.pulledTask();
  const [other] = (await read('/api/tasks?status=pending&limit=1')).items;
  let undone = '';
  const works = {
    'a command': () => desk.command('complete', task.id),
    'many commands': async () => {
      undone = (await desk.command('complete', other.id)).id;
    },
    'an undo': () => desk.call('DELETE', `/api/commands/${undone}`),
    'the delivery': () => desk.send(),
    'a listing': () => desk.pull(),
    'the look for work': async () => {
      await expireClaims(desk.ctx);
      await dueDeliveries(db, workspaceId, clock.now());
      await connectionsToPull(db, workspaceId, clock.now());
    },
  };
  const complaints: string[] = [];
  for (const [what, work] of Object.entries(works))
    complaints.push(...(await complaintsAbout(what, await caughtStatements(work))));
  expect(complaints.join('\n\n')).toBe('');
});
