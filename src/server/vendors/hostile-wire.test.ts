import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

import { VendorError } from './port';
import { createSend } from './send';

/** Made for this test; nobody vouches for it. */
const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdKUQVNvFAh2N2GDB
9tT9cqaEvNTGI4CHHuXjS7o/b76hRANCAAR7PJ7hCz+u1I14bU73RDlhDHMc2ZLg
nnwhsK8U6OlZ4YGCUvWpZAz1bC6oob4YVWffBa+RO0v0j6BjM0kDc9O5
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBjzCCATagAwIBAgIUL4lj5aBf3njM6Z8KhJSLmXIQlkswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjA2NTkzOFoYDzIxMjYxMDI5
MDY1OTM4WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR7PJ7hCz+u1I14bU73RDlhDHMc2ZLgnnwhsK8U6OlZ4YGCUvWpZAz1
bC6oob4YVWffBa+RO0v0j6BjM0kDc9O5o2QwYjAdBgNVHQ4EFgQUahsSpv6O7D84
8mQKKn9K0ncwC8kwHwYDVR0jBBgwFoAUahsSpv6O7D848mQKKn9K0ncwC8kwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
IDhxQERabM+LonJnUakYmqvLbBnmBNc++JPzsJnIuheSAiBiaKVM024tKNIP3oLx
KFPgPFKAZxtxdUiZTUU/m30pgQ==
-----END CERTIFICATE-----`,
};

async function listen(server: Server, scheme: 'http' | 'https'): Promise<string> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    if ('closeAllConnections' in server) (server.closeAllConnections as () => void)();
    server.close();
  });
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const http = (handler: RequestListener) => listen(createHttpServer(handler), 'http');

function sendTo(baseUrl: string, timeoutMs = 20_000) {
  const headers = { authorization: 'Basic none' };
  const take = () => Promise.resolve();
  const clock = { now: () => new Date() };
  return createSend({
    vendorLabel: 'lemlist',
    baseUrl,
    headers,
    allowPrivate: true,
    take,
    clock,
    timeoutMs,
  });
}

const get = { method: 'GET', path: '/tasks' } as const;
const post = { method: 'POST', path: '/tasks', body: {} } as const;

async function failureOf(call: Promise<unknown>): Promise<VendorError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(VendorError);
  return error as VendorError;
}

describe('a line that cannot be trusted', () => {
  it('with a certificate that nobody vouches for is not spoken on', async () => {
    let asked = 0;
    const server = createHttpsServer(selfSigned, (_request, response) => {
      asked += 1;
      response.end('{}');
    });
    const failure = await failureOf(sendTo(await listen(server, 'https'))(post));
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
    expect(failure.message).toBe('lemlist could not be reached. Outboard sends this again by itself.');
    expect(asked).toBe(0);
  });

  it.each([
    ['answers nonsense to the first word', Buffer.from('220 mail.example ready\r\n')],
    ['breaks the handshake off with an alert', Buffer.from([21, 3, 3, 0, 2, 2, 40])],
  ])('and %s has got nothing', async (_name, answer) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(answer));
    });
    const failure = await failureOf(sendTo(await listen(server, 'https'))(post));
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
  });
});

describe('an answer that comes', () => {
  it('byte by byte is waited for no longer than any other', async () => {
    let sent = 0;
    const baseUrl = await http((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[');
      const drip = setInterval(() => {
        sent += 1;
        response.write(' ');
      }, 5);
      response.on('close', () => clearInterval(drip));
    });
    const failure = await failureOf(sendTo(baseUrl, 120)(post));
    expect(failure).toMatchObject({ kind: 'down', effect: 'unknown' });
    expect(failure.message).toContain('did not answer in time');
    expect(sent).toBeGreaterThan(0);
  });

  it('without an end is read no further than Outboard reads at once', async () => {
    let end: (written: number) => void;
    const closed = new Promise<number>((resolve) => {
      end = resolve;
    });
    const baseUrl = await http((_request, response) => {
      let written = 0;
      const chunk = Buffer.alloc(64 * 1024, 32);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.on('drain', more).on('close', () => end(written));
      more();
    });
    expect(await failureOf(sendTo(baseUrl)(post))).toMatchObject({ kind: 'unreadable', effect: 'unknown' });
    expect(await closed).toBeLessThan(40 * 1024 * 1024);
  });

  it('shorter than it said is cut off, and the effect of a write is open', async () => {
    const baseUrl = await http((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 });
      response.write('{"results":[{"_id":"opp_1"', () => response.destroy());
    });
    expect(await failureOf(sendTo(baseUrl)(post))).toMatchObject({ kind: 'down', effect: 'unknown' });
  });
});

describe('text that PostgreSQL cannot keep', () => {
  it('comes without what cannot be kept, and all other text as it is', async () => {
    const rows = [
      String.raw`"a\u0000b"`,
      String.raw`"half \ud83d"`,
      String.raw`"\uDE00 half"`,
      String.raw`"whole \ud83d\ude00"`,
      String.raw`"as written: \\u0000"`,
    ];
    const baseUrl = await http((_request, response) => {
      response.setHeader('content-type', 'application/json').end(`{"results":[${rows.join(',')}]}`);
    });
    await expect(sendTo(baseUrl)(get)).resolves.toEqual({
      results: ['ab', 'half \uFFFD', '\uFFFD half', 'whole 😀', String.raw`as written: \u0000`],
    });
  });
});
