import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** Whatever came in, the server works as before. */
afterEach(async () => {
  if (!(await fetch(`${desk.url}/readyz`)).ok) throw new Error('the server is harmed');
});

type Answer = { status: number; type: string | null; body: { errors: { path: string; message: string }[] } };

async function ask(
  method: string,
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${desk.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body, duplex: 'half' }),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Answer['body'],
  };
}

/** The status and the field that the answer blames, if it is a problem that has words for that field. */
function verdict({ status, type, body }: Answer, path: string): string {
  const said = body.errors.find((one) => one.path === path)?.message ?? '';
  const isReason = /\w{3}/.test(said) && said !== 'Invalid input';
  return `${type === 'application/problem+json' && isReason ? path : 'nothing'}: ${status}`;
}

const base64 = (text: string) => Buffer.from(text).toString('base64url');
const dueCursor = (at: string, id: string = randomUUID()) => JSON.stringify(['due', at, id]);
const cursors = {
  'no base64': '§§§',
  'other base64': base64('not json'),
  'other JSON': base64('{"at":1}'),
  'no order': base64(JSON.stringify(['2026-01-01T00:00:00.000Z', randomUUID()])),
  'no date': base64(dueCursor('yesterday')),
  'no such date': base64(dueCursor('2026-02-31T00:00:00.000Z')),
  'no id': base64(dueCursor('2026-01-01T00:00:00.000Z', 'x')),
  'too much': base64(dueCursor('2026-01-01T00:00:00.000Z') + ' '.repeat(600)),
};

describe('a search with', () => {
  it.each([
    ['an unknown filter', 'colour=red', 'colour'],
    ['an unknown status', 'status=open', 'status'],
    ['an empty list', 'channel=', 'channel'],
    ['an unknown channel', 'channel=fax', 'channel.0'],
    ['an unknown vendor', 'vendor=nobody', 'vendor.0'],
    ['an unknown priority', 'priority=huge', 'priority.0'],
    ['a connection that is no id', 'connection=1', 'connection.0'],
    ['an unknown state', 'state=lost', 'state.0'],
    ['an unknown reach', 'closed=ever', 'closed'],
    ['a due that is none', 'due=soon', 'due'],
    ['a due that does not exist', 'due=2026-02-30..', 'due'],
    ['a due of another age', 'due=0100-01-01..', 'due'],
    ['a due at the end of time', 'due=..9999-12-31', 'due'],
    ['a zone that does not exist', 'tz=Mars/Base', 'tz'],
    ['a limit of words', 'limit=many', 'limit'],
    ['a limit of none', 'limit=0', 'limit'],
    ['a limit too high', 'limit=201', 'limit'],
    ['a search too long', `q=${'x'.repeat(201)}`, 'q'],
    ['a list too long', `type=${'x,'.repeat(2500)}`, 'type'],
    ['text that no database keeps', 'q=a%00b', 'q'],
    ...Object.entries(cursors).map(([form, cursor]) => [
      `a cursor made by hand: ${form}`,
      `cursor=${encodeURIComponent(cursor)}`,
      'cursor',
    ]),
  ] as [string, string, string][])('%s is refused at its field', async (_, query, path) => {
    const status = query.startsWith('status=') ? '' : 'status=pending&';
    const answer = await ask('GET', `/api/tasks?${status}${query}`);
    expect(verdict(answer, path)).toBe(`${path}: 422`);
  });

  it('a cursor with an absurd but real date finds what lies behind it', async () => {
    for (const at of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
      const query = `status=pending&cursor=${base64(dueCursor(at))}`;
      expect((await ask('GET', `/api/tasks?${query}`)).status).toBe(200);
    }
  });

  it.each(["'; drop table tasks; --", '100%', 'a_b', 'back\\slash', '"quoted"', 'ГДЕ', 'ß', '🙂'])(
    '%s finds the task that is called so, and no other',
    async (word) => {
      const mark = randomUUID().slice(0, 8);
      await desk.pulledTask({ title: `${mark} axb 1000 backslash` });
      const wanted = await desk.pulledTask({ title: `${mark} ${word}` });
      const found = await ask('GET', `/api/tasks?status=pending&q=${encodeURIComponent(`${mark} ${word}`)}`);
      expect(found.body).toMatchObject({ items: [{ id: wanted.id }], nextCursor: null });
    },
  );

  it.each(['/(/', '/a{2,1}/', '/[z-a]/', '/((((a{1,255}){1,255}){1,255}){1,255}){1,255}/', '/\\/'])(
    'the regular expression %s, which cannot be run, is refused at its field',
    async (regex) => {
      const answer = await ask('GET', `/api/tasks?status=pending&email=${encodeURIComponent(regex)}`);
      expect(verdict(answer, 'email')).toBe('email: 422');
      const counts = await ask('GET', `/api/tasks/counts?email=${encodeURIComponent(regex)}`);
      expect(verdict(counts, 'email')).toBe('email: 422');
    },
  );

  it('a regular expression that never ends is stopped and refused at its field', async () => {
    const contactId = await desk.vendor.contacts.add({ fullName: 'ab'.repeat(400) });
    await desk.vendor.tasks.add({ title: 'Long name', userId: desk.userIds[0], contactId });
    await desk.pull();
    const bomb = encodeURIComponent('/^(.*)(.*)(.*)(.*)\\4\\3\\2\\1b$/');
    expect(verdict(await ask('GET', `/api/tasks?status=pending&name=${bomb}`), 'name')).toBe('name: 422');
  });
});

describe('a body', () => {
  const command = () => ({ id: randomUUID(), kind: 'complete', taskIds: [randomUUID()] });

  it.each(['', '{', '{"a":1,}', 'null and void', '<xml/>'])('of %j is refused as no JSON', async (body) => {
    for (const path of ['/api/commands', '/api/tasks', '/api/connections'])
      expect(verdict(await ask('POST', path, body), '')).toBe(': 400');
  });

  it.each(['null', '42', '[]', '"text"', 'true'])('of %s is refused as the wrong shape', async (body) => {
    for (const path of ['/api/commands', '/api/tasks', '/api/connections']) {
      const answer = await ask('POST', path, body);
      expect(answer).toMatchObject({ status: 422, type: 'application/problem+json' });
      expect(answer.body.errors).not.toEqual([]);
    }
  });

  it('nested a hundred thousand times is refused', async () => {
    const body = `{"kind":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(verdict(await ask('POST', '/api/commands', body), 'kind')).toBe('kind: 400');
  });

  it('of ten megabytes is refused, whether it says its length or not', async () => {
    const text = JSON.stringify({ ...command(), text: 'x'.repeat(10 * 1024 * 1024) });
    expect(verdict(await ask('POST', '/api/commands', text), '')).toBe(': 413');
    const chunks = new Blob([text]).stream();
    expect(verdict(await ask('POST', '/api/commands', chunks), '')).toBe(': 413');
  });

  it.each([
    ['no kind', { kind: undefined }, 'kind'],
    ['an unknown kind', { kind: 'explode' }, 'kind'],
    ['a kind that is no text', { kind: 7 }, 'kind'],
    ['no id', { id: undefined }, 'id'],
    ['an id that is none', { id: 'one' }, 'id'],
    ['no task', { taskIds: [] }, 'taskIds'],
    ['a task that is no id', { taskIds: ['x'] }, 'taskIds.0'],
    ['tasks that are no list', { taskIds: 'all' }, 'taskIds'],
    ['more tasks than allowed', { taskIds: Array.from({ length: 1001 }, () => randomUUID()) }, 'taskIds'],
    ['a field too many', { force: true }, 'force'],
    ['a snooze without a time', { kind: 'snooze' }, 'until'],
    ['a snooze to no date', { kind: 'snooze', until: { kind: 'date', date: '2026-02-30' } }, 'until.date'],
    ['a snooze to no instant', { kind: 'snooze', until: { kind: 'instant', at: 'noon' } }, 'until.at'],
    [
      'a year too far',
      { kind: 'snooze', until: { kind: 'instant', at: '9999-12-31T23:59:59-12:00' } },
      'until.at',
    ],
    [
      'a year too old',
      { kind: 'snooze', until: { kind: 'instant', at: '0000-01-01T00:00:00+01:00' } },
      'until.at',
    ],
    ['changes that are a list', { kind: 'edit', changes: [] }, 'changes'],
    ['a title of a number', { kind: 'edit', changes: { title: 1 } }, 'changes.title'],
    ['a title too long', { kind: 'edit', changes: { title: 'x'.repeat(501) } }, 'changes.title'],
    ['a title with NUL', { kind: 'edit', changes: { title: 'a\0b' } }, 'changes.title'],
    ['half a character', { kind: 'edit', changes: { title: 'a\ud800' } }, 'changes.title'],
    [
      'a file by http',
      { kind: 'edit', changes: { media: [{ kind: 'image', url: 'http://x' }] } },
      'changes.media.0.url',
    ],
    [
      'a script as file',
      { kind: 'edit', changes: { media: [{ kind: 'image', url: 'javascript:1' }] } },
      'changes.media.0.url',
    ],
  ])('of a command with %s is refused at its field', async (_, wrong, path) => {
    expect(
      verdict(await ask('POST', '/api/commands', JSON.stringify({ ...command(), ...wrong })), path),
    ).toBe(`${path}: 422`);
  });

  it.each([
    ['no vendor', { vendor: undefined }, 'vendor'],
    ['an unknown vendor', { vendor: 'nobody' }, 'vendor'],
    ['an empty name', { label: ' ' }, 'label'],
    ['a key that is none', { key: 'short' }, 'key'],
    ['a key with line ends', { key: 'key-with\r\nX-Header: yes' }, 'key'],
    ['a key that is wrong', {}, 'key'],
    ['a base URL', { baseUrl: 'http://169.254.169.254' }, 'baseUrl'],
  ])('of a connection with %s is refused at its field, and nothing is kept', async (_, wrong, path) => {
    const before = (await desk.call('GET', '/api/connections')).body.items.length;
    const body = { vendor: 'lemlist', label: 'New', key: 'not-the-key-of-anyone', sandbox: true, ...wrong };
    expect(verdict(await ask('POST', '/api/connections', JSON.stringify(body)), path)).toBe(`${path}: 422`);
    expect((await desk.call('GET', '/api/connections')).body.items).toHaveLength(before);
  });
});

describe('an address', () => {
  it.each([
    ['GET', `/api/tasks/${randomUUID()}`],
    ['GET', '/api/tasks/1'],
    ['GET', '/api/tasks/%zz'],
    ['GET', `/api/tasks/${randomUUID()}/history`],
    ['DELETE', `/api/commands/${randomUUID()}`],
    ['DELETE', '/api/commands/%00'],
    ['POST', `/api/commands/${randomUUID()}/retry`],
    ['PATCH', `/api/connections/${randomUUID()}`],
    ['DELETE', `/api/connections/${randomUUID()}`],
    ['POST', `/api/connections/${randomUUID()}/sync`],
    ['GET', '/api/nothing'],
    ['PUT', '/api/tasks'],
  ])('%s %s where nothing is answers 404 as a problem', async (method, path) => {
    expect(await ask(method, path, method === 'PATCH' ? '{}' : undefined)).toMatchObject({
      status: 404,
      type: 'application/problem+json',
    });
  });

  it('of parents without a query or a connection names the field', async () => {
    expect(verdict(await ask('GET', '/api/parents?q=anna'), 'connection')).toBe('connection: 422');
    expect(verdict(await ask('GET', `/api/parents?connection=${desk.connectionId}&q=a`), 'q')).toBe('q: 422');
    expect(verdict(await ask('GET', `/api/parents?connection=${randomUUID()}&q=anna`), 'connection')).toBe(
      'connection: 404',
    );
  });
});
