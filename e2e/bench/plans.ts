import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Client } from 'pg';

import { createLog } from '#server/log';
import { startOutboard } from '#server/start';
import { clientConfig } from '#server/store/database';
import { caughtStatements, type Statement } from '#testing/plans/caught-statements';
import { explainedNode, explainedText, type PlanNode } from '#testing/plans/explained';
import { insertTheirCommands } from '#testing/plans/many-tasks';
import { pageReads } from '#testing/plans/page-reads';

import { tell } from '../servers/fleet';
import type { Workspace } from './workspace';

const repository = resolve(import.meta.dirname, '../..');
const widest = 240;

/** What a statement that goes with many questions is for; the others are for the question itself. */
const beside: [RegExp, string][] = [
  [/^select mine\.id/, 'how many other open tasks the people on these cards have'],
  [/^select \* from "connections"/, 'the connections, for the names of people and campaigns'],
  [/^select \* from "commands" where .*"task_id" = any.* order by "seq"$/, 'what the cards tell of commands'],
  [/^select \* from "tasks" where .*"id" = any/, 'these tasks by their ids'],
  [/^select "id" from "tasks" where .*"id" = any/, 'which of the changed tasks match the filter'],
];

type Explained = { what: string; statement: Statement; plan: string };

/** Writes how PostgreSQL runs every question of a page on this workspace, with a ledger beside it, into a file of the repository. */
export async function writePlans(
  { address, ask, connectionId, size }: Workspace,
  file: string,
): Promise<void> {
  await ask(insertTheirCommands, [connectionId]);
  await ask('vacuum analyze tasks, commands');
  const outboard = await startOutboard({
    config: {
      PORT: 0,
      HOST: '127.0.0.1',
      PUBLIC_URL: undefined,
      SANDBOX: 'off',
      HOLD_SECONDS: 3600,
      OUTBOUND_HOLD_SECONDS: 3600,
    },
    database: address,
    secret: 'a secret for the bench only',
    log: createLog('silent'),
    clock: { now: () => new Date() },
    page: null,
    workspaceId: 1,
  });
  const client = new Client(clientConfig(address));
  await client.connect();
  try {
    const askBoard: Parameters<typeof pageReads>[0] = async (method, path, body) =>
      (
        await (method === 'GET'
          ? fetch(`${outboard.url}${path}`)
          : tell(outboard.url, method, path, body ?? {}))
      ).json();
    const all: Explained[] = [];
    const seen = new Set<string>();
    for (const { what, path } of await pageReads(askBoard))
      for (const statement of await caughtStatements(() => askBoard('GET', path))) {
        const shape = `${statement.text} ${shapeOf(await explainedNode(client, statement))}`;
        if (seen.has(shape)) continue;
        seen.add(shape);
        const own = beside.find(([words]) => words.test(statement.text))?.[1];
        all.push({
          what: own === undefined ? what : `${own} (first met with: ${what})`,
          statement,
          plan: await explainedText(client, statement),
        });
      }
    writeFileSync(resolve(repository, file), pageOf(size, all));
  } finally {
    await client.end();
    await outboard.stop();
  }
}

/** The same statement with the same plan is told once. */
function shapeOf(node: PlanNode): string {
  return `${node['Node Type']} ${node['Index Name'] ?? ''}(${(node.Plans ?? []).map(shapeOf).join(' ')})`;
}

function pageOf(size: number, all: readonly Explained[]): string {
  const head = `# Query plans at ${size.toLocaleString('en')} tasks

How PostgreSQL runs what a page of the board asks, recorded by \`BENCH_SIZES=${size} BENCH_PLANS=docs/query-plans.md npm run bench\`. That no plan reads a
table through, or far more than it answers, is held by \`src/server/store/plans.test.ts\`.
`;
  const parts = all.map(
    ({ what, statement, plan }) =>
      `## ${what}\n\n\`\`\`sql\n${statement.text.trim()}\n\`\`\`\n\n\`\`\`text\n${cut(plan)}\n\`\`\`\n`,
  );
  return [head, ...parts].join('\n');
}

/** Lists of ids make lines that nobody reads. */
function cut(plan: string): string {
  return plan
    .split('\n')
    .map((line) => (line.length > widest ? `${line.slice(0, widest)} …` : line))
    .join('\n');
}
