import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';
import { startHarness } from '#testing/harness';

import { Live } from './live';

let database: TestDatabase<unknown>;
let desk: Desk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openDesk({ databaseUrl: database.url });
});
afterAll(async () => {
  await desk.stop();
  await database.destroy();
});

/** A page that listens: `until` reads on until the text has come, `ended` until the stream ends. */
async function openPage(url: string) {
  const answer = await fetch(`${url}/api/events`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  let heard = '';
  return {
    answer,
    async until(text: string) {
      while (!heard.includes(text)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`the stream ended after: ${heard}`);
        heard += value;
      }
      heard = heard.slice(heard.indexOf(text) + text.length);
    },
    async ended() {
      while (!(await reader.read()).done);
      return 'ended';
    },
    close: () => reader.cancel(),
  };
}

describe('the stream of events', () => {
  it('greets, and tells of a change that another process made, never what it is', async () => {
    const page = await openPage(desk.url);
    expect(page.answer.headers.get('content-type')).toBe('text/event-stream');
    expect(page.answer.headers.get('cache-control')).toBe('no-store');
    await page.until('event: hello\n');
    const other = await openDesk({ databaseUrl: database.url });
    await page.until('event: connections\ndata: {}\n\n');
    await other.pulledTask();
    await page.until('event: change\ndata: {}\n\n');
    await page.close();
    await other.stop();
  });

  it('tells a page nothing of another workspace', async () => {
    const stranger = await startHarness({ databaseUrl: database.url, workspaceId: 2 });
    const page = await openPage(stranger.url);
    await page.until('event: hello\n');
    await desk.pulledTask();
    const heard = page.until('event: change\n');
    await Promise.all([stranger.stop(), expect(heard).rejects.toThrow('the stream ended')]);
  });

  it('ends when the server stops, and does not keep it from stopping', async () => {
    const leaving = await startHarness({ databaseUrl: database.url });
    const pages = await Promise.all([1, 2, 3].map(() => openPage(leaving.url)));
    await Promise.all(pages.map((page) => page.until('event: hello\n')));
    await leaving.stop();
    expect(await Promise.all(pages.map((page) => page.ended()))).toEqual(['ended', 'ended', 'ended']);
  });
});

describe('a page that reads nothing', () => {
  it('is cut off before it fills the memory, and the others hear on', async () => {
    const live = new Live();
    let isCut = false;
    const stuck = live.open(1, () => {
      isCut = true;
    });
    const reader = live.open(1).getReader();
    await reader.read();
    for (let count = 0; count < 100; count += 1) {
      live.announce({ workspaceId: 1, topic: 'tasks' });
      await reader.read();
    }
    expect(live.size).toBe(1);
    expect(isCut).toBe(true);
    live.announce(null);
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toContain('event: connections');
    live.close();
    expect(live.size).toBe(0);
    await stuck.cancel();
  });
});
