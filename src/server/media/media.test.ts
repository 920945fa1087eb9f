import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { mediaUpload, uploadRules } from '#contract/media';
import { lemlistAuth } from '#sandbox/sandbox-under-test';
import { openDesk, type Desk } from '#testing/desk';

import { cleanMedia } from '../jobs/clean-media';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
});
afterAll(() => desk.stop());

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const png = bytesOf('\u0089PNG\r\n\u001A\n', [0, 0, 0, 13], 'IHDR', Array<number>(21).fill(1));
const starts = {
  'image/png': png,
  'image/jpeg': bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', Array<number>(40).fill(0)),
  'image/gif': bytesOf('GIF89a', Array<number>(40).fill(1)),
  'video/mp4': bytesOf([0, 0, 0, 24], 'ftypisom', Array<number>(40).fill(0)),
  'video/quicktime': bytesOf([0, 0, 0, 20], 'ftypqt  ', Array<number>(40).fill(0)),
};
const day = 24 * 60 * 60_000;

const sized = (start: Buffer, size: number) => Buffer.concat([start], size);

async function upload(bytes: Buffer, name = 'team photo.png', more: { twice?: boolean } = {}) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  if (more.twice === true) body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${desk.url}/api/media`, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

const kept = async (bytes: Buffer = png, name?: string) =>
  mediaUpload.parse((await upload(bytes, name)).body);
const get = (path: string) => fetch(`${desk.url}${path}`);
const linkedinTask = (media: object[]) => desk.newTask({ type: 'linkedin', media });
const clean = () => cleanMedia(desk.ctx);

describe('an upload', () => {
  it.each(Object.entries(starts))(
    'of %s is told by its bytes and comes back as it was',
    async (type, bytes) => {
      const whole = sized(bytes, 700_000);
      const answer = await upload(whole, 'Grüße “an” Zoë.exe');
      expect(answer).toMatchObject({
        status: 201,
        body: { type, kind: type.split('/')[0], size: 700_000, name: 'Grüße “an” Zoë.exe' },
      });
      const file = await get(mediaUpload.parse(answer.body).url);
      expect(Buffer.from(await file.arrayBuffer()).equals(whole)).toBe(true);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': type,
        'content-length': '700000',
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(
          type.startsWith('image') ? /^inline;/ : /^attachment;/,
        ) as string,
        'cache-control': expect.stringContaining('immutable') as string,
      });
    },
  );

  it('of exactly 20 MB is taken, one byte more is refused at the field', async () => {
    const { maxBytes } = uploadRules;
    expect((await upload(sized(png, maxBytes))).body).toMatchObject({ size: maxBytes });
    expect(await upload(sized(png, maxBytes + 1), 'big.png')).toMatchObject({
      status: 413,
      body: { errors: [{ path: 'media', message: expect.stringMatching(/“big\.png”.*20 MB/) as string }] },
    });
  });

  it.each([
    ['a program under the name of an image', bytesOf('MZ', Array<number>(5000).fill(0))],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a web page', bytesOf('<!doctype html><script>alert(1)</script>')],
    ['a WebP image', bytesOf('RIFF', [36, 0, 0, 0], 'WEBPVP8 ', Array<number>(40).fill(0))],
    ['an empty file', Buffer.alloc(0)],
  ])('that is %s is refused at the field, and nothing is kept', async (_, bytes) => {
    const before = await rows();
    expect(await upload(bytes)).toMatchObject({ status: 422, body: { errors: [{ path: 'media' }] } });
    expect(await rows()).toBe(before);
  });

  it('of two files at once, or of none, is refused in words', async () => {
    expect(await upload(png, 'a.png', { twice: true })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'media', message: expect.stringContaining('one file') as string }] },
    });
    const none = await fetch(`${desk.url}/api/media`, { method: 'POST', body: new FormData() });
    expect(none.status).toBe(400);
    const text = await fetch(`${desk.url}/api/media`, { method: 'POST', body: '{}' });
    expect(text.status).toBe(400);
  });

  it.each([
    ['with a file of the wrong type', 'content-disposition: form-data; name="file"; filename="a.png"', 422],
    ['without a file', 'content-disposition: form-data; name="words"', 413],
  ])('that never ends, %s, is answered and left', async (_what, part, status) => {
    const answered = new AbortController();
    async function* endless() {
      yield Buffer.from(`--x\r\n${part}\r\n\r\n`);
      while (!answered.signal.aborted) yield Buffer.alloc(65_536, 'no picture ');
    }
    const before = await rows();
    const response = await fetch(`${desk.url}/api/media`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: endless() as unknown as BodyInit,
      duplex: 'half',
    } as RequestInit).finally(() => answered.abort());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'media' }] });
    expect(await rows()).toBe(before);
  });

  it('that breaks off leaves nothing behind', async () => {
    const before = await rows();
    const leaving = new AbortController();
    const arrived = new TransformStream<Uint8Array, Uint8Array>();
    const writer = arrived.writable.getWriter();
    const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n`;
    const sending = fetch(`${desk.url}/api/media`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: arrived.readable,
      duplex: 'half',
      signal: leaving.signal,
    } as RequestInit);
    await writer.write(new Uint8Array(Buffer.concat([Buffer.from(head), sized(png, 600_000)])));
    await expect.poll(rows).toBeGreaterThan(before);
    leaving.abort();
    await expect(sending).rejects.toThrow(/abort/);
    await expect.poll(rows).toBe(before);
  });

  it('from another site is refused', async () => {
    const response = await fetch(`${desk.url}/api/media`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new FormData(),
    });
    expect(response.status).toBe(403);
  });
});

it('six files of 20 MB go in, out and to the practice vendor while the memory stays flat', async () => {
  const file = sized(starts['video/mp4'], uploadRules.maxBytes);
  await kept(file);
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const videos: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const { url } = mediaUpload.parse((await sendAsStream(file, look)).body);
    let size = 0;
    for await (const part of (await get(url)).body ?? []) {
      size += part.length;
      look();
    }
    expect(size).toBe(file.length);
    videos.push(`${desk.url}${url}`);
  }
  const watching = setInterval(look, 20);
  const answer = await fetch(`${desk.url}/sandbox/lemlist/api/tasks`, {
    method: 'POST',
    headers: { authorization: lemlistAuth(desk.vendor.key), 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'linkedin',
      assignedTo: desk.userIds[0],
      dueDate: '2027-03-01T10:00:00.000Z',
      recordId: desk.contactId,
      title: 'Six films',
      videos,
    }),
  });
  clearInterval(watching);
  expect(answer.status).toBe(200);
  const [held] = (await desk.atVendor('Six films')) as unknown as { files: { size: number }[] }[];
  expect(held?.files.map(({ size }) => size)).toEqual(Array(6).fill(file.length));
  // 360 MB went through.
  expect(most - before).toBeLessThan(80 * 1024 * 1024);
}, 60_000);

describe('the address of an upload', () => {
  it('cannot be guessed from the id, and is in no list', async () => {
    const { id, url } = await kept();
    const token = url.split('/')[2] ?? '';
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(url).not.toContain(id);
    const answers = await Promise.all([
      get(`/media/${id}`),
      get(`/media/${'a'.repeat(32)}`),
      get(`/media/${token.slice(0, -1)}`),
      get('/media'),
      get('/api/media'),
      get(`/api/media/${id}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await Promise.all(answers.map((answer) => answer.text()))).join('')).not.toContain(token);
    const bare = await get(`/media/${token}`);
    expect([bare.status, (await bare.arrayBuffer()).byteLength]).toEqual([200, png.length]);
  });
});

describe('the name of an upload', () => {
  it('is told as it was given, and is plain letters in the address', async () => {
    const { url } = await kept(png, 'Ümläuten 😀.png');
    const [, , token, shown] = url.split('/');
    expect(shown).toBe('Umlauten.png');
    const told = await get(`/api/media/${token}`);
    expect(told.headers.get('cache-control')).toBe('no-store');
    expect(await told.json()).toEqual({ name: 'Ümläuten 😀.png', size: png.length, type: 'image/png' });
    expect((await get(`/api/media/${'a'.repeat(32)}`)).status).toBe(404);
  });
});

describe('a task with uploads', () => {
  it('reaches the vendor with links that the vendor fetches', async () => {
    const image = await kept(png, 'one.png');
    const video = await kept(starts['video/mp4'], 'two.mp4');
    const task = linkedinTask([image, video].map(({ kind, url }) => ({ kind, url })));
    expect(await desk.call('POST', '/api/tasks', task)).toMatchObject({
      status: 201,
      body: { results: [{ ok: true, task: { media: [{ url: image.url }, { url: video.url }] } }] },
    });
    await desk.send();
    expect(await desk.atVendor(task.title)).toMatchObject([
      {
        images: [`${desk.url}${image.url}`],
        files: [
          { kind: 'images', name: 'one.png', type: 'image/png', size: png.length },
          { kind: 'videos', name: 'two.mp4', type: 'video/mp4' },
        ],
      },
    ]);
  });

  it('is edited: what is sent takes the place of what was there', async () => {
    const [first, second] = [await kept(), await kept()];
    const made = linkedinTask([{ kind: 'image', url: first.url }]);
    const taskId = (await desk.call('POST', '/api/tasks', made)).body.results[0].task.id as string;
    await desk.send();
    await desk.command('edit', taskId, { changes: { media: [{ kind: 'image', url: second.url }] } });
    await desk.send();
    expect(await desk.atVendor(made.title)).toMatchObject([{ images: [`${desk.url}${second.url}`] }]);
    await desk.command('edit', taskId, { changes: { media: [] } });
    await desk.send();
    expect(await desk.atVendor(made.title)).toMatchObject([{ images: [], files: [] }]);
  });

  it('is refused with a seventh file, with one that is gone, and with one still on its way', async () => {
    const { kind, url } = await kept();
    const errorsOf = async (media: object[]) =>
      (await desk.call('POST', '/api/tasks', linkedinTask(media))).body.errors;
    expect(await errorsOf(Array.from({ length: 7 }, () => ({ kind, url })))).toMatchObject([
      { path: 'media' },
    ]);
    const gone = `/media/${'a'.repeat(32)}/gone.png`;
    expect(
      await errorsOf([
        { kind, url },
        { kind, url: gone },
      ]),
    ).toMatchObject([{ path: 'media.1.url' }]);
    expect(await errorsOf([{ kind, url: 'upload:1' }])).toMatchObject([{ path: 'media.0.url' }]);
    expect(await errorsOf([{ kind, url: 'https://192.168.1.1/a.png' }])).toMatchObject([
      { path: 'media.0.url' },
    ]);
  });

  it('says beforehand, and again when it is sent, that a real vendor cannot fetch from this computer', async () => {
    const real = await desk.call('PATCH', `/api/connections/${desk.connectionId}`, { label: 'Team' });
    expect(real.body).toMatchObject({ mediaReachable: true });
    const { kind, url } = await kept();
    const connections = desk.ctx.db.updateTable('connections').where('id', '=', desk.connectionId);
    await connections.set({ sandbox: false }).execute();
    try {
      expect((await desk.call('GET', '/api/connections')).body.items).toMatchObject([
        { mediaReachable: false },
      ]);
      expect(await desk.call('POST', '/api/tasks', linkedinTask([{ kind, url }]))).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'media.0.url', message: expect.stringContaining('PUBLIC_URL') as string }] },
      });
      const link = { kind: 'image', url: 'https://files.example.com/a.png' };
      expect((await desk.call('POST', '/api/tasks', linkedinTask([link]))).status).toBe(201);
    } finally {
      await connections.set({ sandbox: true }).execute();
    }
  });
});

describe('the clean-up', () => {
  const isThere = async ({ url }: { url: string }) => {
    const answer = await get(url);
    await answer.arrayBuffer();
    return answer.status === 200;
  };

  it('takes an upload that no task came to use within a day', async () => {
    const file = await kept();
    await clean();
    expect(await isThere(file)).toBe(true);
    desk.advance(day + 1000);
    await clean();
    expect(await isThere(file)).toBe(false);
  });

  it('keeps it while a command waits or has failed, and for a day after the last one has ended', async () => {
    const file = await kept();
    const task = linkedinTask([{ kind: 'image', url: file.url }]);
    const { body } = await desk.call('POST', '/api/tasks', task);
    expect(body.results).toMatchObject([{ ok: true }]);
    desk.advance(3 * day);
    await clean();
    expect(await isThere(file)).toBe(true);
    await desk.send();
    expect(await desk.atVendor(task.title)).toHaveLength(1);
    desk.advance(day / 2);
    await clean();
    expect(await isThere(file)).toBe(true);
    desk.advance(day);
    expect(await clean()).toBe(1);
    expect(await isThere(file)).toBe(false);
    const rest = await desk.ctx.db
      .selectFrom('media_chunks')
      .where('media_id', '=', file.id)
      .selectAll()
      .execute();
    expect(rest).toEqual([]);
  });
});

async function rows(): Promise<number> {
  return (await desk.ctx.db.selectFrom('media').select('id').execute()).length;
}

/** Sends the file in small parts, as a browser does from the disk. */
async function sendAsStream(file: Buffer, look: () => void) {
  const boundary = randomUUID();
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n`;
  async function* parts() {
    yield Buffer.from(head);
    for (let at = 0; at < file.length; at += 65_536) {
      look();
      yield file.subarray(at, at + 65_536);
    }
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  const response = await fetch(`${desk.url}/api/media`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: parts() as unknown as BodyInit,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: (await response.json()) as unknown };
}
