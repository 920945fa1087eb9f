import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import {
  ask,
  callsToLemlist,
  isThorough,
  startFleet,
  tell,
  untilSynced,
  type Call,
  type Fleet,
} from './fleet';

const commandCount = isThorough ? 150 : 36;
// lemlist's 20 calls in two seconds, less what a busy machine may add to a call's way.
const lemlistBudget = { calls: 20, perMs: 1_500 };
const deliveredAtOnce = 4;
const patience = { timeout: 120_000, interval: 100 };

let fleet: Fleet;
let urls: string[];

beforeAll(async () => {
  fleet = await startFleet(3);
  urls = fleet.servers.map((server) => server.url);
  await untilSynced(at(0));
});
afterAll(() => fleet.end());

const at = (index: number) => urls[index % urls.length] ?? '';
const lemlistTasks = async (count: number): Promise<{ id: string; title: string }[]> => {
  const { items } = await ask(at(0), `/api/tasks?status=pending&vendor=lemlist&limit=${count}`);
  expect(items).toHaveLength(count);
  return items;
};
const edit = (taskId: string, text: string, id = randomUUID()) => ({
  id,
  kind: 'edit',
  taskIds: [taskId],
  changes: { text },
});
const openCommands = async (): Promise<number> => {
  const sql = `select count(*)::int as open from commands where state in ('held', 'sending', 'uncertain')`;
  return (await fleet.database.ask(sql))[0].open;
};

describe('three servers that started at the same moment on an empty database', () => {
  it('connected each practice team once and show the same board', async () => {
    const boards = await Promise.all(
      urls.map(async (url) => {
        const { items } = await ask(url, '/api/connections');
        return items.map((one: { id: string; vendor: string }) => `${one.vendor} ${one.id}`);
      }),
    );
    expect(boards[0]).toHaveLength(3);
    expect(new Set(boards[0].map((name: string) => name.split(' ')[0])).size).toBe(3);
    expect(boards[1]).toEqual(boards[0]);
    expect(boards[2]).toEqual(boards[0]);
    const doubled =
      'select vendor_task_id from tasks group by connection_id, vendor_task_id having count(*) > 1';
    expect(await fleet.database.ask(doubled)).toEqual([]);
  });
});

describe('a rep at one server', () => {
  it('sees what another rep does at another one, told by the event stream', async () => {
    const [task] = await lemlistTasks(1);
    const leaving = new AbortController();
    onTestFinished(() => leaving.abort());
    const stream = await fetch(`${at(1)}/api/events`, { signal: leaving.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const text = `Seen from afar ${randomUUID()}`;
    const answer = await tell(at(0), 'POST', '/api/commands', edit(task?.id ?? '', text));
    expect(answer.status).toBe(200);
    let heard = '';
    while (!heard.includes('event: change')) heard += (await reader?.read())?.value ?? '';
    expect(await ask(at(1), `/api/tasks/${task?.id}`)).toMatchObject({ text });
  });

  it('whose request goes out twice, to two servers at once, has done it once', async () => {
    const [task] = await lemlistTasks(1);
    const text = `Sent twice ${randomUUID()}`;
    const body = edit(task?.id ?? '', text);
    const answers = await Promise.all(
      [0, 1, 2].map((index) => tell(at(index), 'POST', '/api/commands', body)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await expect.poll(openCommands, patience).toBe(0);
    expect(writesOf(await callsToLemlist(at(0)), text)).toHaveLength(1);
    const { items } = await ask(at(1), `/api/tasks/${task?.id}/history`);
    expect(items.filter((one: { id: string }) => one.id === body.id)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('many commands given to all servers', () => {
  it('each reach the vendor once, one deliverer at a time, all servers together within its budget', async () => {
    const tasks = await lemlistTasks(commandCount);
    const texts = tasks.map((task) => `Many ${task.id}`);
    const answers = await Promise.all(
      tasks.map(({ id }, index) => tell(at(index), 'POST', '/api/commands', edit(id, `Many ${id}`))),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const sending: number[] = [];
    const sql = `select count(*)::int as sending from commands where state = 'sending'`;
    await expect
      .poll(async () => {
        sending.push((await fleet.database.ask(sql))[0].sending);
        return openCommands();
      }, patience)
      .toBe(0);
    expect(Math.max(...sending)).toBeLessThanOrEqual(deliveredAtOnce);
    const calls = await callsToLemlist(at(0));
    expect(texts.map((text) => writesOf(calls, text).length)).toEqual(texts.map(() => 1));
    expect(busiest(calls, lemlistBudget.perMs)).toBeLessThanOrEqual(lemlistBudget.calls);
  });
});

/** The calls that brought this text; one that was told to come back later brought nothing. */
function writesOf(calls: readonly Call[], text: string): Call[] {
  return calls.filter(
    ({ method, status, body }) => method !== 'GET' && status !== 429 && JSON.stringify(body).includes(text),
  );
}

/** The most calls in any stretch of so many milliseconds. */
function busiest(calls: readonly Call[], perMs: number): number {
  const times = calls.map((call) => Date.parse(call.at)).toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[first] ?? 0) >= perMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
