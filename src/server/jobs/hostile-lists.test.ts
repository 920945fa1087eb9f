import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Task } from '#contract/task';
import { openDesk, type Desk } from '#testing/desk';

import { deliver } from './deliver';
import { vendorOpener } from './open-vendor';
import { pull } from './pull';

type Distort = (page: number, text: string, response: ServerResponse) => void;

const asItIs: Distort = (_page, text, response) => response.end(text);
const dueDate = new Date('2027-03-10T09:00:00.000Z');
const closedByOthers = 8;
let desk: Desk;
let distort = asItIs;
const vendor = createServer((request, response) => void pass(request, response));

beforeAll(async () => {
  desk = await openDesk();
  vendor.listen(0, '127.0.0.1');
  await new Promise((resolve) => vendor.once('listening', resolve));
});
afterAll(async () => {
  vendor.closeAllConnections();
  vendor.close();
  await desk.stop();
});

/** The practice vendor, whose list of tasks goes through `distort` on its way. */
async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '', desk.url);
  const { authorization = '', 'content-type': type } = request.headers;
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    headers: { authorization, ...(type !== undefined && { 'content-type': type }) },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const text = await answer.text();
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  if (request.method === 'GET' && url.pathname.endsWith('/tasks'))
    distort(Number(url.searchParams.get('page')), text, response);
  else response.end(text);
}

function jobs() {
  const address = vendor.address() as AddressInfo;
  const openVendor = vendorOpener({ sandboxOrigin: `http://127.0.0.1:${address.port}`, timeoutMs: 1_500 });
  const job = { connectionId: desk.connectionId, owner: randomUUID(), openVendor };
  const options = { ...job, stopping: new AbortController().signal };
  return {
    async pull() {
      desk.advance(6 * 60_000);
      await pull(desk.ctx, options);
    },
    deliver() {
      desk.advance(20_000);
      return deliver(desk.ctx, options);
    },
  };
}

const page = (...results: object[]) => JSON.stringify({ results, page: '0' });
const row = (id: string) => ({ _id: id, type: 'manual', title: 'From nowhere' });

const lists: Record<string, Distort> = {
  'gives the same page for ever': (_page, _text, response) => response.end(page(row('opp_same'))),
  'breaks off on its second page': (index, text, response) =>
    index === 0 ? response.end(text) : response.end('{"results":[{"_id":"opp_'),
  'ends in the middle of its second page': (index, text, response) =>
    index === 0 ? response.end(text) : void response.write('{"results":[', () => response.destroy()),
  'is far too long': (_page, _text, response) => response.end(`[${'1,'.repeat(6 * 1024 * 1024)}1]`),
  'never gets to its end': (_page, _text, response) => void response.write('{"results":['),
  'is of another form': (_page, _text, response) => response.end('{"maintenance":true}'),
  'holds nonsense for rows': (_page, _text, response) => response.end(page([], {}, { _id: 7 })),
};

describe('a list that', () => {
  let tasks: Task[];
  beforeAll(async () => {
    tasks = [];
    for (let made = 0; made < closedByOthers; made += 1) tasks.push(await desk.pulledTask());
    // The vendor's real list is now shorter than the board, so a list that is believed would close something.
    for (const task of tasks.slice(1)) await desk.changeAtVendor(task.title, { done: true });
  });

  it.each(Object.entries(lists))(
    '%s closes nothing, is named, and holds up no change',
    async (_name, bad) => {
      distort = bad;
      const { pull: walk, deliver: send } = jobs();
      for (let count = 0; count < 2; count += 1) await walk();
      for (const task of tasks) expect((await desk.read(task.id)).status).toBe('pending');
      const [connection] = (await desk.call('GET', '/api/connections')).body.items;
      expect(connection.trouble.kind).toMatch(/^(unreadable|down)$/);
      distort = asItIs;
      // Where its silence has opened the circuit, the first page closes it.
      distort = (index, text, response) => (index === 0 ? response.end(text) : bad(index, text, response));
      if (connection.circuit !== 'closed') await walk();
      const text = randomUUID();
      await desk.command('edit', tasks[0]?.id ?? '', { changes: { text } });
      expect(await send()).toBe(1);
      expect(await desk.atVendor(tasks[0]?.title ?? '')).toMatchObject([{ content: text }]);
    },
  );

  it('is whole again closes what was closed, and the trouble is over', async () => {
    distort = asItIs;
    const { pull: walk } = jobs();
    await desk.pullUntil(async () => {
      await walk();
      return (await desk.read(tasks[1]?.id ?? '')).status === 'completed';
    });
    expect((await desk.call('GET', '/api/connections')).body.items[0]).toMatchObject({
      circuit: 'closed',
      trouble: null,
    });
  });

  it('has text that cannot be kept in one row brings that row and all the others', async () => {
    const titles = [`Odd ${randomUUID()}`, `Even ${randomUUID()}`];
    const userId = desk.userIds[0];
    for (const title of titles)
      await desk.vendor.tasks.add({ title, userId, contactId: desk.contactId, dueDate });
    distort = (_page, text, response) =>
      response.end(
        text
          .replaceAll('Odd ', String.raw`Od\u0000d `)
          .replaceAll('"content":""', String.raw`"content":"\ud800"`),
      );
    await jobs().pull();
    for (const title of titles)
      expect((await desk.call('GET', `/api/tasks/counts?q=${encodeURIComponent(title)}`)).body.pending).toBe(
        1,
      );
  });
});
