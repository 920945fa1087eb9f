import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLog } from '#server/log';
import { openDesk, type Desk } from '#testing/desk';

const lines: string[] = [];
const answers: string[] = [];
const wrongKey = 'wrong-key-5e1f0c7a';
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ log: createLog('debug', { write: (line: string) => void lines.push(line) }) });
});
afterAll(() => desk.stop());

async function ask(method: string, path: string, body?: object) {
  const answer = await desk.call(method, path, body);
  answers.push(JSON.stringify(answer));
  return answer;
}

/** Whatever was answered or logged that holds the key, as it is or as an authorization header carries it. */
function leaks(key: string): string[] {
  const forms = [key, Buffer.from(`:${key}`).toString('base64'), Buffer.from(key).toString('base64')];
  return [...lines, ...answers].filter((text) => forms.some((form) => text.includes(form)));
}

describe('a vendor’s key', () => {
  it('is in no answer and no line of the log, whatever goes wrong', async () => {
    const { key } = desk.vendor;
    const task = await desk.pulledTask();
    await ask('POST', '/api/connections', { vendor: 'lemlist', label: 'One', key: wrongKey, sandbox: true });
    await ask('POST', '/api/connections', { vendor: 'lemlist', label: '', key, sandbox: true });
    await ask('POST', '/api/connections', { vendor: 'lemlist', label: 'x', key: `${key}\0`, sandbox: true });
    await ask('PATCH', `/api/connections/${desk.connectionId}`, { key: wrongKey });
    await ask('PATCH', `/api/connections/${desk.connectionId}`, { key, label: 'Renamed' });
    for (const kind of ['unauthorized', 'html', 'broken-json', 'server-error', 'rate-limited'] as const) {
      await desk.vendor.misbehave({ kind, retryAfter: 1 });
      await desk.command('edit', task.id, { changes: { text: kind } });
      await desk.send();
      await desk.pull();
      await ask('GET', '/api/connections');
      await ask('GET', `/api/tasks/${task.id}`);
      await ask('GET', `/api/parents?connection=${desk.connectionId}&q=anna`);
    }
    await ask('GET', `/api/tasks/${task.id}/history`);
    expect(leaks(key)).toEqual([]);
    expect(leaks(wrongKey)).toEqual([]);
  });

  it('is in neither even when Outboard itself breaks', async () => {
    const { key } = desk.vendor;
    await sql`alter table connections rename to connections_broken`.execute(desk.ctx.db);
    lines.length = 0;
    const broken = await ask('POST', '/api/connections', {
      vendor: 'lemlist',
      label: 'x',
      key,
      sandbox: true,
      // The vendor may ask to go slower after all of the above.
      unchecked: true,
    });
    expect(broken).toMatchObject({ status: 500, body: { requestId: expect.any(String), errors: [] } });
    expect(broken.body.detail).not.toContain('connections_broken');
    expect(lines.join('')).toContain(broken.body.requestId);
    expect(leaks(key)).toEqual([]);
  });
});
