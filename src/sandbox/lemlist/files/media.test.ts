import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import type { KeptFile } from '../tables';
import { fetchMedia } from '../tasks/media';
import { allowedUrl } from './address-rule';

const MB = 1024 * 1024;
const part = (start: string, size = 2000) => Buffer.concat([Buffer.from(start, 'latin1')], size);
const files: Record<string, Buffer> = {
  '/one.png': part('\u0089PNG\r\n\u001A\n'),
  '/two.jpg': part('\u00FF\u00D8\u00FF\u00E0'),
  '/three.gif': part('GIF89a'),
  '/four.mp4': part('\0\0\0\u0018ftypisom'),
  '/five.mov': part('\0\0\0\u0014ftypqt  '),
  '/old.mov': part('\0\0\0\u0008wide'),
  '/whole.mp4': part('\0\0\0\u0018ftypmp42', 20 * MB),
  '/big.mp4': part('\0\0\0\u0018ftypmp42', 20 * MB + 1),
  '/program.png': part('MZ'),
  '/drawing.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  '/photo.heic': part('\0\0\0\u0018ftypheic'),
  '/nothing.png': Buffer.alloc(0),
};
const redirects: Record<string, string> = {
  '/r1': '/r2',
  '/r2': '/r3',
  '/r3': '/one.png',
  '/r0': '/r1',
  '/round': '/round',
  '/to-private': 'https://192.168.1.1/one.png',
  '/to-plain': 'http://files.example.com/one.png',
  '/to-nowhere': 'http://[',
};

const fileServer: RequestListener = (request, response) => {
  const path = new URL(request.url ?? '/', 'http://files').pathname;
  const file = files[path];
  const next = redirects[path];
  if (path === '/never.png') return;
  if (path === '/torn.png') {
    response.writeHead(200, { 'content-length': '5000' });
    response.write('x'.repeat(1000), () => response.destroy());
  } else if (next !== undefined) response.writeHead(302, { location: next }).end();
  else response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(file);
};

let server: Server;
let elsewhere: Server;
let origin: string;
let sandbox: SandboxUnderTest;
const listen = async (one: Server) => {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
};
beforeAll(async () => {
  server = createServer(fileServer);
  elsewhere = createServer(fileServer);
  origin = await listen(server);
  redirects['/to-neighbour'] = `${await listen(elsewhere)}/one.png`;
  sandbox = await openSandbox({ origin });
});
afterAll(async () => {
  await sandbox.close();
  for (const one of [server, elsewhere]) {
    one.closeAllConnections();
    one.close();
  }
});

type Task = { images: string[]; videos: string[]; files: KeptFile[] };

async function teamWithContact() {
  const team = await sandbox.newTeam();
  const recordId = await team.contacts.add({});
  const create = async (media: Record<string, unknown>, type = 'linkedin') => {
    const body = { type, assignedTo: team.userId, dueDate: '2025-02-10T09:58:57.169Z', recordId, ...media };
    const answer = await team.call('POST', '/tasks', { body });
    return { status: answer.status, body: (await answer.json()) as { _id: string; error?: string } };
  };
  const patch = async (body: object) => {
    const answer = await team.call('PATCH', '/tasks', { body });
    return { status: answer.status, body: (await answer.json()) as { error?: string } };
  };
  const tasks = async () => (await team.backstage<{ tasks: Task[] }>('/tasks')).tasks;
  return { ...team, create, patch, tasks };
}

const at = (...paths: string[]) => paths.map((path) => `${origin}${path}`);

test('up to six images and videos are downloaded and kept with a LinkedIn task, in order', async () => {
  const { create, tasks } = await teamWithContact();
  const images = at('/one.png?w=1', '/two.jpg', '/three.gif');
  const videos = at('/four.mp4', '/five.mov', '/old.mov');
  const answer = await create({ images, videos });
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('images');
  const sha256 = createHash('sha256')
    .update(files['/one.png'] ?? '')
    .digest('hex');
  const [task] = await tasks();
  expect(task).toMatchObject({ images, videos });
  expect(task?.files[0]).toEqual({
    kind: 'images',
    position: 0,
    url: images[0],
    name: 'one.png',
    size: 2000,
    type: 'image/png',
    sha256,
  });
  expect(task?.files.map(({ type }) => type)).toEqual([
    'image/png',
    'image/jpeg',
    'image/gif',
    'video/mp4',
    'video/quicktime',
    'video/quicktime',
  ]);
});

test('a file of exactly 20 MB is kept, one byte more is refused', async () => {
  const { create, tasks } = await teamWithContact();
  expect((await create({ videos: at('/whole.mp4') })).status).toBe(200);
  expect(await create({ videos: at('/big.mp4') })).toMatchObject({
    status: 400,
    body: { error: 'LINKEDIN_MEDIA_TOO_LARGE' },
  });
  expect((await tasks()).map((task) => task.files.map(({ size }) => size))).toEqual([[20 * MB]]);
});

test.each(['email', 'manual', 'phone'])(
  'media is ignored on a task of type %s, whatever it is',
  async (type) => {
    const { create, tasks } = await teamWithContact();
    expect((await create({ images: 'nonsense', videos: [7] }, type)).status).toBe(200);
    expect(await tasks()).toMatchObject([{ images: [], videos: [], files: [] }]);
  },
);

describe('a refusal makes no task:', () => {
  const image = '/one.png';
  test.each<[string, string, { images?: string[]; videos?: string[] }]>([
    [
      'seven',
      'TOO_MANY',
      { images: Array<string>(4).fill(image), videos: Array<string>(3).fill('/four.mp4') },
    ],
    ['plain http', 'INVALID_URL', { images: ['http://files.example.com/one.png'] }],
    ['no URL', 'INVALID_URL', { images: ['one.png'] }],
    ['localhost', 'INVALID_URL', { images: ['https://localhost/one.png'] }],
    ['a private address', 'INVALID_URL', { images: ['https://192.168.1.2/one.png'] }],
    ['loopback in hexadecimal', 'INVALID_URL', { images: ['https://0x7f.1/one.png'] }],
    ['loopback in IPv6', 'INVALID_URL', { images: ['https://[::1]/one.png'] }],
    ['loopback wrapped in IPv6', 'INVALID_URL', { images: ['https://[::ffff:127.0.0.1]/one.png'] }],
    ['the metadata of a cloud', 'INVALID_URL', { images: ['https://169.254.169.254/latest'] }],
    ['another port of this machine', 'INVALID_URL', { images: ['http://127.0.0.1:9/one.png'] }],
    ['a redirect to a private address', 'INVALID_URL', { images: ['/to-private'] }],
    ['a redirect to another port', 'INVALID_URL', { images: ['/to-neighbour'] }],
    ['a redirect to plain http', 'INVALID_URL', { images: ['/to-plain'] }],
    ['a redirect to nowhere', 'INVALID_URL', { images: ['/to-nowhere'] }],
    ['a fourth redirect', 'DOWNLOAD_FAILED', { images: ['/r0'] }],
    ['redirects without end', 'DOWNLOAD_FAILED', { images: ['/round'] }],
    ['a file that is not there', 'DOWNLOAD_FAILED', { images: ['/missing.png'] }],
    ['a file that breaks off', 'DOWNLOAD_FAILED', { images: ['/torn.png'] }],
    ['a program named as an image', 'UNSUPPORTED_FORMAT', { images: ['/program.png'] }],
    ['an SVG named as a PNG', 'UNSUPPORTED_FORMAT', { images: ['/drawing.png'] }],
    ['a HEIC image', 'UNSUPPORTED_FORMAT', { images: ['/photo.heic'] }],
    ['an empty file', 'UNSUPPORTED_FORMAT', { images: ['/nothing.png'] }],
    ['a video among the images', 'UNSUPPORTED_FORMAT', { images: ['/four.mp4'] }],
    ['an image among the videos', 'UNSUPPORTED_FORMAT', { videos: [image] }],
    ['a bad file behind a good one', 'UNSUPPORTED_FORMAT', { images: [image, '/program.png'] }],
  ])('%s → %s', async (_, code, { images = [], videos = [] }) => {
    const { create, tasks } = await teamWithContact();
    const own = (url: string) => (url.startsWith('/') ? `${origin}${url}` : url);
    expect(await create({ images: images.map(own), videos: videos.map(own) })).toEqual({
      status: 400,
      body: { error: `LINKEDIN_MEDIA_${code}`, message: expect.any(String) as string },
    });
    expect(await tasks()).toEqual([]);
  });

  test('a file that never comes', async () => {
    const waiting = fetchMedia({ images: at('/never.png') }, origin, 50);
    await expect(waiting).rejects.toMatchObject({ body: { error: 'LINKEDIN_MEDIA_DOWNLOAD_TIMEOUT' } });
  });
});

test('three redirects are followed', async () => {
  const { create, tasks } = await teamWithContact();
  expect((await create({ images: at('/r1') })).status).toBe(200);
  expect(await tasks()).toMatchObject([{ files: [{ name: 'one.png' }] }]);
});

test('without an own origin no private address counts, public ones do', () => {
  expect(() => allowedUrl(`${origin}/one.png`, null)).toThrow('public');
  expect(allowedUrl('https://8.8.8.8/3.mp4', null).hostname).toBe('8.8.8.8');
  expect(allowedUrl('https://a.example.com/3.mp4', null).hostname).toBe('a.example.com');
});

describe('an update', () => {
  test('replaces what it names, keeps the other kind, and clears with an empty list', async () => {
    const { create, patch, tasks } = await teamWithContact();
    const { _id: id } = (await create({ images: at('/one.png', '/two.jpg'), videos: at('/four.mp4') })).body;
    await patch({ id, images: at('/three.gif') });
    expect(await tasks()).toMatchObject([
      {
        images: at('/three.gif'),
        videos: at('/four.mp4'),
        files: [{ name: 'three.gif' }, { name: 'four.mp4' }],
      },
    ]);
    await patch({ id, videos: [] });
    expect(await tasks()).toMatchObject([
      { images: at('/three.gif'), videos: [], files: [{ name: 'three.gif' }] },
    ]);
  });

  test('that is refused leaves the task and its files as they were', async () => {
    const { create, patch, tasks } = await teamWithContact();
    const { _id: id } = (await create({ images: at('/one.png') })).body;
    expect(await patch({ id, title: 'after', images: at('/program.png') })).toMatchObject({ status: 400 });
    expect(await tasks()).toMatchObject([
      { title: '', images: at('/one.png'), files: [{ name: 'one.png' }] },
    ]);
  });

  test('of a task that is not for LinkedIn is refused before anything is fetched', async () => {
    const { create, patch } = await teamWithContact();
    const { _id: id } = (await create({}, 'manual')).body;
    expect(await patch({ id, images: at('/missing.png') })).toMatchObject({
      status: 400,
      body: { error: 'LINKEDIN_MEDIA_INVALID_TYPE' },
    });
  });
});
