import { randomUUID } from 'node:crypto';

import { tell } from '../servers/fleet';
import type { Figure } from './figures';
import type { Workspace } from './workspace';

const rounds = 400;
const warmUp = 40;
const clients = 8;
const throughputMs = 10_000;

/** Latency of one client, in ms: a page of 50, a create, a command. */
export async function measureApi({ server, connectionId, ask, size }: Workspace): Promise<Figure[]> {
  const open = await ids(ask, rounds + warmUp);
  const pages = await pagesOf(server.url);
  const list = await timed((round) => get(`${server.url}${pages[round % pages.length]}`));
  const create = await timed(() => post(server.url, '/api/tasks', newTask(connectionId)));
  const command = await timed((round) => post(server.url, '/api/commands', complete([open[round] ?? ''])));
  const of = (work: string) => `${work}, ${size.toLocaleString('en')} tasks`;
  return [
    { what: of('page of 50'), unit: 'ms', values: list, target: 6 },
    { what: of('page of 50'), unit: 'ms', values: list, target: 25, by: 'p99' },
    { what: of('create'), unit: 'ms', values: create, target: 12 },
    { what: of('create'), unit: 'ms', values: create, target: 50, by: 'p99' },
    { what: of('command'), unit: 'ms', values: command, target: 12 },
    { what: of('command'), unit: 'ms', values: command, target: 50, by: 'p99' },
  ];
}

/** Commands that eight clients get acknowledged in a second, each durable before its answer. */
export async function measureThroughput({ server, ask, size }: Workspace): Promise<Figure[]> {
  const open = await ids(ask, Math.min(size / 2, 20_000), rounds + warmUp);
  const until = performance.now() + throughputMs;
  let next = 0;
  const perSecond: number[] = [];
  const client = async () => {
    while (performance.now() < until && next < open.length) {
      const taskId = open[next] ?? '';
      next += 1;
      await post(server.url, '/api/commands', complete([taskId]));
      const second = Math.floor((throughputMs - (until - performance.now())) / 1000);
      perSecond[second] = (perSecond[second] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const whole = perSecond.slice(1, throughputMs / 1000 - 1);
  const what = `commands by ${clients} clients, ${size.toLocaleString('en')} tasks`;
  return [{ what, unit: '/s', values: whole, target: 500, atLeast: true }];
}

/** The first page, one in the middle and one under a filter, as they are asked for. */
async function pagesOf(url: string): Promise<string[]> {
  const first = '/api/tasks?status=pending&limit=50&tz=Europe/Berlin';
  const { nextCursor } = await (await fetch(`${url}${first}`)).json();
  return [
    first,
    `${first}&cursor=${encodeURIComponent(nextCursor)}`,
    `${first}&channel=call&priority=high,medium`,
  ];
}

async function ids(ask: Workspace['ask'], count: number, offset = 0): Promise<string[]> {
  const rows = await ask(
    `select id from tasks where status = 'pending' and vendor_task_id is not null order by id limit $1 offset $2`,
    [Math.round(count), offset],
  );
  return rows.map(({ id }) => id);
}

async function timed(work: (round: number) => Promise<void>): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const begun = performance.now();
    await work(round);
    if (round >= warmUp) values.push(performance.now() - begun);
  }
  return values;
}

async function get(address: string): Promise<void> {
  const answer = await fetch(address);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}: ${text}`);
}

async function post(url: string, path: string, body: object): Promise<void> {
  const answer = await tell(url, 'POST', path, body);
  const text = await answer.text();
  if (!answer.ok || /"ok":false/.test(text))
    throw new Error(`${path} was answered with ${answer.status}: ${text}`);
}

const complete = (taskIds: string[]) => ({ id: randomUUID(), kind: 'complete', taskIds });

const newTask = (connectionId: string) => ({
  id: randomUUID(),
  vendor: 'leadlex',
  connectionId,
  title: 'Call about the renewal',
  parents: [{ kind: 'contact', id: 'contact-1', name: 'Contact 1' }],
});
