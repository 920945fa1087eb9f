import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

import { VendorError, patience } from './port';
import { createSend } from './send';
import type { SendOptions } from './send';

const key = 'key-8f3a"/\\+=%41';
const headers = { authorization: `Basic ${Buffer.from(`:${key}`).toString('base64')}` };
const now = new Date('2026-03-10T09:00:00.000Z');
const get = { method: 'GET', path: '/tasks' } as const;
const post = { method: 'POST', path: '/tasks', body: { title: 'Call Anna' } } as const;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function startServer(handler: Handler): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function sendTo(baseUrl: string, more: Partial<SendOptions> = {}) {
  return createSend({
    vendorLabel: 'lemlist',
    baseUrl,
    headers,
    allowPrivate: true,
    take: () => Promise.resolve(),
    clock: { now: () => now },
    ...more,
  });
}

async function failureOf(call: Promise<unknown>): Promise<VendorError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(VendorError);
  return error as VendorError;
}

const answerWith =
  (status: number, body: string, type = 'application/json', more: Record<string, string> = {}): Handler =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': type, ...more }).end(body);

describe('a call', () => {
  it('brings the parsed answer and sends query, key and body', async () => {
    const seen: unknown[] = [];
    const baseUrl = await startServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization, 'content-type': type } = request.headers;
        seen.push([request.method, request.url, authorization, type, Buffer.concat(chunks).toString()]);
        response.setHeader('content-type', 'application/json').end('{"ok":true}');
      });
    });
    const send = sendTo(`${baseUrl}/api`);
    await expect(send({ ...get, query: { page: '0', filters: '[]' } })).resolves.toEqual({ ok: true });
    await expect(send(post)).resolves.toEqual({ ok: true });
    expect(seen).toEqual([
      ['GET', '/api/tasks?page=0&filters=%5B%5D', headers.authorization, undefined, ''],
      ['POST', '/api/tasks', headers.authorization, 'application/json', '{"title":"Call Anna"}'],
    ]);
  });

  it('waits for the budget first, saying whether it writes', async () => {
    const taken: boolean[] = [];
    const baseUrl = await startServer(answerWith(200, '{}'));
    const send = sendTo(baseUrl, { take: (write) => Promise.resolve(void taken.push(write)) });
    await send(get);
    await send(post);
    expect(taken).toEqual([false, true]);
  });

  it('takes an empty 2xx answer for nothing said', async () => {
    const baseUrl = await startServer(answerWith(200, ''));
    await expect(sendTo(baseUrl)(post)).resolves.toBeNull();
  });
});

describe('an answer that is none', () => {
  it.each([
    [401, 'auth', 'none'],
    [403, 'auth', 'none'],
    [400, 'refused', 'none'],
    [402, 'refused', 'none'],
    [404, 'refused', 'none'],
    [408, 'limited', 'none'],
    [429, 'limited', 'none'],
    [500, 'down', 'unknown'],
    [503, 'down', 'unknown'],
    [302, 'unreadable', 'unknown'],
  ] as const)('with status %i is %s, and a write had effect %s', async (status, kind, effect) => {
    const baseUrl = await startServer(
      answerWith(status, 'Bad request', 'text/plain', { location: '/elsewhere' }),
    );
    expect(await failureOf(sendTo(baseUrl)(post))).toMatchObject({ kind, effect });
    expect(await failureOf(sendTo(baseUrl)(get))).toMatchObject({ kind, effect: 'none' });
  });

  it.each([
    ['a web page', answerWith(200, '<html></html>', 'text/html')],
    ['a web page that happens to parse', answerWith(200, '"x"', 'text/html; charset=utf-8')],
    ['broken JSON', answerWith(200, '{"results": [')],
    ['more than 10 MB', answerWith(200, JSON.stringify('x'.repeat(11 * 1024 * 1024)))],
  ])('%s is unreadable', async (_name, handler) => {
    const send = sendTo(await startServer(handler));
    expect(await failureOf(send(get))).toMatchObject({ kind: 'unreadable', effect: 'none' });
    expect(await failureOf(send(post))).toMatchObject({ kind: 'unreadable', effect: 'unknown' });
  });

  it('is not followed to another address', async () => {
    let visits = 0;
    const elsewhere = await startServer((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    const baseUrl = await startServer(answerWith(307, '', 'text/plain', { location: elsewhere }));
    await failureOf(sendTo(baseUrl)(post));
    expect(visits).toBe(0);
  });

  it('tells when to come back only for a throttled call', async () => {
    const later = { 'retry-after': '2' };
    const throttled = await startServer(answerWith(429, 'Too many', 'text/plain', later));
    expect((await failureOf(sendTo(throttled)(get))).retryAt).toEqual(new Date(now.getTime() + 2000));
    const broken = await startServer(answerWith(200, '{', 'application/json', later));
    expect((await failureOf(sendTo(broken)(get))).retryAt).toBeNull();
  });
});

describe('calls that must be over by a certain time', () => {
  const inMs = (milliseconds: number) => performance.now() + patience.turnMs + milliseconds;

  it('share what is left of it', async () => {
    const baseUrl = await startServer(() => {});
    const send = sendTo(baseUrl, { endsAt: inMs(3_000) });
    expect(await failureOf(send(post))).toMatchObject({ kind: 'down', effect: 'unknown' });
    expect(await failureOf(send(post))).toMatchObject({ kind: 'down', effect: 'none' });
  });

  it('are not made when they could not be over, nor a read that could need a second try', async () => {
    const asked: unknown[] = [];
    const baseUrl = await startServer((request, response) => {
      asked.push(request.method);
      response.end('{}');
    });
    const failure = await failureOf(sendTo(baseUrl, { endsAt: inMs(900) })(post));
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
    expect(failure.message).toBe('lemlist takes too long. Outboard goes on by itself.');
    const send = sendTo(baseUrl, { endsAt: inMs(5_000) });
    expect(await failureOf(send(get))).toMatchObject({ kind: 'down', effect: 'none' });
    await expect(send(post)).resolves.toEqual({});
    expect(asked).toEqual(['POST']);
  });
});

describe('a call that may not be made after a certain moment', () => {
  it('is made before it, and surely not once the wait for the budget has lasted past it', async () => {
    let asked = 0;
    const baseUrl = await startServer((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    let time = now;
    const clock = { now: () => time };
    const notAfter = new Date(now.getTime() + 1000);
    await sendTo(baseUrl, { clock })({ ...post, notAfter });
    expect(asked).toBe(1);
    const take = async () => {
      time = notAfter;
    };
    const failure = await failureOf(sendTo(baseUrl, { clock, take })({ ...post, notAfter }));
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
    expect(asked).toBe(1);
  });
});

describe('silence', () => {
  it('past the time limit is down, and a write may have had its effect', async () => {
    const send = sendTo(await startServer(() => {}), { timeoutMs: 40 });
    const failure = await failureOf(send(post));
    expect(failure).toMatchObject({ kind: 'down', effect: 'unknown' });
    expect(failure.message).toBe(
      'lemlist did not answer in time. Outboard looks at the list of lemlist before it sends this again.',
    );
    expect((await failureOf(send(get))).message).toBe(
      'lemlist did not answer in time. Outboard keeps trying to reach it.',
    );
  });

  it('is borne for longer where a request asks for it', async () => {
    const slowly: Handler = (_request, response) => void setTimeout(() => response.end('{}'), 120);
    const send = sendTo(await startServer(slowly), { timeoutMs: 40 });
    await expect(send({ ...post, timeoutMs: 20_000 })).resolves.toEqual({});
  });

  it('in the middle of the body is down too', async () => {
    const send = sendTo(
      await startServer((_request, response) => void response.writeHead(200).write('{"a":')),
      {
        timeoutMs: 40,
      },
    );
    expect(await failureOf(send(post))).toMatchObject({ kind: 'down', effect: 'unknown' });
  });

  it('after a refusal leaves it a refusal', async () => {
    const handler: Handler = (_request, response) =>
      void response.writeHead(400, { 'content-length': 9 }).write('Bad');
    const send = sendTo(await startServer(handler), { timeoutMs: 400 });
    expect(await failureOf(send(post))).toMatchObject({ kind: 'refused', effect: 'none' });
  });

  it('by a lost connection leaves the effect of a write open', async () => {
    const send = sendTo(await startServer((request) => request.socket.destroy()));
    expect(await failureOf(send(post))).toMatchObject({ kind: 'down', effect: 'unknown' });
  });

  it.each([
    ['a port where nobody listens', () => closedPort()],
    ['a name without an address', () => Promise.resolve('http://no-such-name.invalid')],
    [
      'a server that speaks no TLS',
      async () => (await startServer(answerWith(200, '{}'))).replace('http:', 'https:'),
    ],
  ])('from %s means that nothing was sent', async (_name, where) => {
    const baseUrl = await where();
    expect(await failureOf(sendTo(baseUrl)(post))).toMatchObject({ kind: 'down', effect: 'none' });
  });

  it('is asked once more for a read and never for a write', async () => {
    const methods: unknown[] = [];
    const baseUrl = await startServer((request, response) => {
      methods.push(request.method);
      if (methods.length === 1 || request.method !== 'GET') response.writeHead(500).end();
      else response.end('{"second":true}');
    });
    const send = sendTo(baseUrl);
    await expect(send(get)).resolves.toEqual({ second: true });
    await failureOf(send(post));
    expect(methods).toEqual(['GET', 'GET', 'POST']);
  });
});

describe('an address that must not be called', () => {
  it.each([
    'http://93.184.216.34',
    'https://127.0.0.1:4400',
    'https://[::1]:4400',
    'https://0x7f.1',
    'https://localhost',
    'https://169.254.169.254',
    'https://[::ffff:10.0.0.1]',
  ])('%s is refused before anything is sent', async (baseUrl) => {
    const failure = await failureOf(sendTo(baseUrl, { allowPrivate: false })(post));
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
    expect(failure.message).toContain('does not call');
  });

  it('is every other machine for the vendor that Outboard plays', async () => {
    const failure = await failureOf(sendTo('http://10.0.0.1')(post));
    expect(failure.message).toContain('does not call');
  });
});

describe('words', () => {
  it.each([
    ['plain text', 'Bad team', 'text/plain', 'Bad team'],
    ['{message}', '{"error":"E_X","message":"No such task"}', 'application/json', 'No such task'],
    ['{error}', '{"error":"Malformed filters"}', 'application/json', 'Malformed filters'],
    [
      '{error: {message}}',
      '{"success":false,"error":{"code":"X","message":"Not here"}}',
      'text/plain',
      'Not here',
    ],
    ['text with control characters', 'Bad\u0000\r\n\u202Eteam', 'text/plain', 'Bad team'],
  ])('quote the vendor from %s', async (_name, body, type, words) => {
    const failure = await failureOf(sendTo(await startServer(answerWith(400, body, type)))(post));
    expect(failure.message).toBe(`lemlist refused this: “${words}”. Change it and send it again.`);
  });

  it('quote at most 200 characters and no web page', async () => {
    const long = await startServer(answerWith(400, 'x'.repeat(900), 'text/plain'));
    expect((await failureOf(sendTo(long)(post))).message).toMatch(/“x{200}”/);
    const page = await startServer(answerWith(404, '<html>404</html>', 'text/html'));
    expect((await failureOf(sendTo(page)(post))).message).not.toContain('html');
  });

  it('never hold the key, in whatever form the vendor repeats it', async () => {
    const token = headers.authorization.slice('Basic '.length);
    const echoes = [
      key,
      token,
      headers.authorization,
      encodeURIComponent(key),
      `:${key}`,
      JSON.stringify(key),
    ];
    const said = `${'x'.repeat(150)} ${echoes.join(' ')}`;
    for (const body of [
      echoes.join(' '),
      said,
      JSON.stringify({ message: said }),
      JSON.stringify({ error: key }),
    ]) {
      const baseUrl = await startServer(answerWith(400, body, 'text/plain'));
      const send = sendTo(baseUrl, {
        classify: (_status, { words }) => ({
          kind: 'refused',
          message: words,
          fields: [{ path: '', message: words }],
        }),
      });
      for (const failure of [await failureOf(send(post)), await failureOf(sendTo(baseUrl)(post))]) {
        const all = [failure.message, failure.stack, String(failure.cause), JSON.stringify(failure)].join(
          '\n',
        );
        for (const part of [key, 'key-8f3a', token, token.slice(0, 8)]) expect(all).not.toContain(part);
      }
    }
  });

  it('of the adapter win over those of the status', async () => {
    const baseUrl = await startServer(answerWith(400, '{"code":1001,"message":"Invalid token"}'));
    const send = sendTo(baseUrl, {
      classify: (status, { words }) => ({ kind: 'auth', message: `${status} ${words}`, fields: [] }),
    });
    expect(await failureOf(send(post))).toMatchObject({
      kind: 'auth',
      effect: 'none',
      message: '400 Invalid token',
    });
  });
});
