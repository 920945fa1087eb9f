import { setTimeout as wait } from 'node:timers/promises';

import type { Browser, Locator, Page } from 'playwright/test';
import { vi } from 'vitest';

import { tell } from '../servers/fleet';
import type { Figure } from './figures';
import { connectAndList, makeLargeTeam, type LargeTeam } from './large-team';
import { costOf, newVisitor, open, type Visit } from './visit';

/** What is done between two looks at the memory; ten times it is a day. */
const hour = { moves: 200, searches: 30, panels: 10, bulks: 5, inBulk: 5 };
const inARow = 10;
const hours = 10;
/** From which hour on nothing may grow any more. */
const warm = 3;
const holdSeconds = 2;
const changeEveryMs = 1_000;
/** Long enough for a search to be asked and answered. */
const searchMs = 250;

type Sample = { heap: number; nodes: number; server: number };

/** A rep's day in some minutes, with changes by others all along: what page and server hold more at its end than after its first hours. */
export async function measureDay(browser: Browser, size: number): Promise<Figure[]> {
  const team = await makeLargeTeam(size, holdSeconds);
  const context = await newVisitor(browser);
  try {
    await connectAndList(team);
    await context.addInitScript(shortenLongWaits);
    const visit = await open(context, team.server.url);
    const over = new AbortController();
    const day = workTheDay(visit, team).finally(() => over.abort());
    const [samples] = await Promise.all([day, changeAtVendor(team, over.signal)]);
    return figuresOf(samples, size);
  } finally {
    await context.close();
    await team.end();
  }
}

async function workTheDay(visit: Visit, team: LargeTeam): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let count = 0; count < hours; count += 1) {
    await workAnHour(visit.page, count);
    const { nodes, ...rest } = await sample(visit, team);
    // Chromium's own list of what can be undone in a field keeps a node for each word that was typed over.
    samples.push({ ...rest, nodes: nodes - (count + 1) * hour.searches });
  }
  return samples;
}

/** What the page does after minutes comes after a small part of them, as the hours of this day do. */
function shortenLongWaits(): void {
  const waitInFull = globalThis.setTimeout;
  const shortened = (work: TimerHandler, ms = 0, ...rest: unknown[]) =>
    waitInFull(work, ms >= 240_000 ? ms / 500 : ms, ...rest);
  Object.assign(globalThis, { setTimeout: shortened });
}

/** Each second somebody changes the title of a task at the vendor. */
async function changeAtVendor({ server, key, taskIds }: LargeTeam, until: AbortSignal): Promise<void> {
  for (let turn = 0; !until.aborted; turn += 1) {
    const id = taskIds[(turn * 7919) % taskIds.length];
    const title = `Call about the renewal again ${turn}`;
    await tell(server.url, 'PATCH', '/sandbox/control/lemlist/tasks', { key, id, title });
    await wait(changeEveryMs);
  }
}

async function workAnHour(page: Page, nth: number): Promise<void> {
  const cards = page.getByRole('region', { name: 'Pending' }).getByRole('article');
  await page.mouse.move(2, 2);
  await moveByKeys(page, cards);
  await search(page, cards, nth);
  await openPanels(page, cards);
  await moveSelected(page, cards);
}

async function moveByKeys(page: Page, cards: Locator): Promise<void> {
  for (let count = 0; count < hour.moves; count += 1) {
    // The focus goes on to the next card by itself; now and then a rep looks at the top again.
    if (count % inARow === 0) await cards.first().focus();
    await page.keyboard.press(count % 4 === 3 ? 'i' : 'e');
  }
}

async function search(page: Page, cards: Locator, nth: number): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Search tasks' });
  for (let count = 0; count < hour.searches; count += 1) {
    await box.fill(`renewal ${5 + nth}${count}`);
    await page.waitForTimeout(searchMs);
    await cards.first().waitFor();
  }
  await box.fill('');
  await box.press('Escape');
  await cards.first().waitFor();
}

async function openPanels(page: Page, cards: Locator): Promise<void> {
  for (let count = 0; count < hour.panels; count += 1) {
    await cards.nth(count).focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('[data-task-panel]').getByRole('heading', { level: 2 }).first();
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  }
}

async function moveSelected(page: Page, cards: Locator): Promise<void> {
  const bar = page.getByRole('toolbar', { name: /selected$/ });
  for (let count = 0; count < hour.bulks; count += 1) {
    await cards.first().focus();
    await page.keyboard.press('x');
    for (let more = 1; more < hour.inBulk; more += 1) await page.keyboard.press('Shift+ArrowDown');
    await bar.waitFor();
    await page.keyboard.press('e');
    await bar.waitFor({ state: 'hidden' });
  }
}

const patience = { timeout: 300_000, interval: 500 };
/** Messages go away, and what a search found is let go of. */
const restMs = 6_000;
const looks = 4;

/** Once all of the hour's work is at the vendor and the page is at rest. */
async function sample(visit: Visit, { server, sql }: LargeTeam): Promise<Sample> {
  await vi.waitUntil(async () => {
    const [{ open }] = await sql(
      `select count(*)::int as open from commands where state in ('held', 'sending', 'uncertain')`,
    );
    return open === 0;
  }, patience);
  await visit.page.waitForTimeout(restMs);
  const { heap, nodes } = await costOf(visit);
  const memory: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    memory.push((await server.memory()).now);
    await wait(searchMs);
  }
  return { heap, nodes, server: Math.min(...memory) };
}

function figuresOf(samples: readonly Sample[], size: number): Figure[] {
  const what = `a day's work, ${size.toLocaleString('en')} tasks`;
  const growth = (part: keyof Sample) => {
    const [first, last] = [samples[warm - 1], samples.at(-1)];
    return [(last?.[part] ?? Number.NaN) - (first?.[part] ?? Number.NaN)];
  };
  return [
    { what: `${what}: JS heap more at the end`, unit: 'MB', values: growth('heap'), target: 2 },
    { what: `${what}: DOM nodes more at the end`, unit: 'nodes', values: growth('nodes'), target: 100 },
    { what: `${what}: server memory more at the end`, unit: 'MB', values: growth('server'), target: 20 },
  ];
}
