import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** A request with headers that `fetch` would not let us set; answers its status and headers. */
function knock(method: string, path: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(desk.url);
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    call.on('error', reject).end();
  });
}

const own = () => new URL(desk.url).host;
const port = () => new URL(desk.url).port;

describe('the server', () => {
  it.each([
    'evil.example',
    'evil.example:4400',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
  ])('is not served under the host name “%s”, so that no foreign name leads to it', async (host) => {
    expect((await knock('GET', '/api/connections', { host })).status).toBe(403);
    expect((await knock('GET', '/sandbox/control/lemlist/tasks', { host })).status).toBe(403);
  });

  it('is served under every name of this machine', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]'])
      expect((await knock('GET', '/api/connections', { host: `${name}:${port()}` })).status).toBe(200);
  });

  it.each(['POST', 'PATCH', 'DELETE', 'PUT'])(
    'carries out no %s that another site asks for',
    async (method) => {
      const path =
        method === 'PUT' ? '/sandbox/control/lemlist/faults' : `/api/connections/${desk.connectionId}`;
      for (const foreign of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `http://localhost:${Number(port()) + 1}` },
        { origin: `http://evil.example@${own()}.evil.example` },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: `http://${own()}` },
      ])
        expect((await knock(method, path, { host: own(), ...foreign })).status).toBe(403);
      expect((await desk.call('GET', '/api/connections')).body.items).toHaveLength(1);
    },
  );

  it('carries out what its own page asks for, and what a program asks for', async () => {
    const path = `/api/connections/${desk.connectionId}/sync`;
    const page = { host: own(), origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' };
    expect((await knock('POST', path, page)).status).toBe(202);
    expect((await knock('POST', path, { host: own() })).status).toBe(202);
  });

  it.each(['/api/connections', '/api/tasks', '/api/nothing', '/nothing'])(
    'answers %s with headers that let nothing foreign in',
    async (path) => {
      const { headers } = await knock('GET', path, { host: own() });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        ...(path.startsWith('/api/') && { 'cache-control': 'no-store' }),
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );
});
