import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from 'vitest';
import * as z from 'zod/mini';

import { ApiError, request } from './client';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serverWith(status: number, body: string, type = 'application/json'): Promise<string> {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/thing`;
}

const failure = async (path: string): Promise<ApiError> => {
  const error: unknown = await request(z.object({ name: z.string() }), path).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error('The request should have failed.');
  return error;
};

test('an answer is what the contract says', async () => {
  expect(
    await request(z.object({ name: z.string() }), await serverWith(200, '{"name":"Anna","extra":1}')),
  ).toEqual({ name: 'Anna' });
});

test('a refusal keeps its words and the fields to blame', async () => {
  const errors = [{ path: 'parents.0.id', message: 'Choose a contact.' }];
  const body = {
    type: 'about:blank',
    title: 'Not valid',
    status: 422,
    detail: 'Check the marked fields.',
    errors,
  };

  expect(
    await failure(await serverWith(422, JSON.stringify(body), 'application/problem+json')),
  ).toMatchObject({
    kind: 'refused',
    status: 422,
    message: 'Check the marked fields.',
    fields: { 'parents.0.id': 'Choose a contact.' },
    passing: false,
  });
});

test.each([
  [502, '<html>Bad gateway</html>', 'server', true],
  [429, '', 'server', true],
  [404, 'nothing', 'refused', false],
  [200, '<html>login</html>', 'unreadable', false],
  [200, '{"name":1}', 'unreadable', false],
])('status %i with %j is told in plain words', async (status, body, kind, passing) => {
  const error = await failure(await serverWith(status, body));

  expect(error).toMatchObject({ kind, status, passing });
  expect(error.message).not.toMatch(/\d|html|json/i);
});

test('a server that is not there is said to be not running', async () => {
  const path = await serverWith(200, '{}');
  closers.pop()?.();

  expect(await failure(path)).toMatchObject({
    kind: 'offline',
    status: 0,
    message: 'Outboard does not answer. Check that it is running, then try again.',
  });
});

test('who gives up gets no error about the server', async () => {
  const path = await serverWith(200, '{}');
  const given = new AbortController();
  given.abort(new Error('left the page'));

  await expect(request(z.object({}), path, { signal: given.signal })).rejects.toThrow('left the page');
});
