import type { Page } from 'playwright/test';

import { still } from './accessible';
import { expect, test } from './test';

type Shift = { value: number; what: string[] };
declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** A figure that gets a digit moves by less, and nobody sees it. */
const leastSeen = 0.001;

/** Notes what moves on the page by itself, from its first paint on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const what = entry.sources.map(({ node }) => `${node?.nodeName}: ${node?.textContent?.slice(0, 40)}`);
        window.shifts.push({ value: entry.value, what });
      }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved since it was asked last. The frames of what was just done are over when it answers. */
async function moved(page: Page): Promise<Shift[]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const shifts = await page.evaluate(() => window.shifts.splice(0));
  return shifts.filter(({ value }) => value >= leastSeen);
}

test.slow();
test.beforeEach(async ({ page }) => {
  await page.emulateMedia(still);
  await watchShifts(page);
});

const cards = (page: Page) => page.getByRole('region', { name: 'Pending' }).getByRole('article');

async function whole(page: Page): Promise<void> {
  await expect(cards(page).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Connections' })).toContainText('LeadLex practice');
  await expect(page.getByRole('region', { name: 'Today', exact: true })).toContainText(/of [\d,]+ done/);
}

test('a board that the browser has kept is there at once, and nothing in it jumps', async ({ page }) => {
  await page.goto('/');
  await whole(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.reload();
  await whole(page);
  const catchingUp = page.locator('[role=status]').filter({ hasText: 'as it was' });
  await expect(catchingUp).toHaveCount(0);
  // That it catches up is told above the board where it takes long, as nothing else is that comes by itself.
  const seen = (await moved(page)).filter(({ what }) => !what.every((one) => one.startsWith('DIV: Pending')));
  expect(seen).toEqual([]);
});

test('pointing at cards, a selection, the charts and what is told move nothing', async ({ page }) => {
  await page.goto('/');
  await whole(page);
  await moved(page);
  for (const index of [0, 1, 2]) await cards(page).nth(index).hover();
  expect(await moved(page), 'hover').toEqual([]);

  await cards(page).first().focus();
  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
  expect(await moved(page), 'selection').toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('region', { name: 'Today', exact: true }).getByRole('button').first().click();
  await expect(
    page.getByRole('dialog', { name: 'Today' }).locator('svg.recharts-surface').last(),
  ).toBeVisible();
  expect(
    (await moved(page)).filter(({ what }) => !what.join(' ').includes('svg')),
    'charts',
  ).toEqual([]);
  await page.keyboard.press('Escape');
});

test('the panel takes its room and gives it back in one step each, and no column is seen at a width between', async ({
  page,
}) => {
  await page.goto('/');
  await whole(page);
  const completed = page.getByRole('region', { name: 'Completed' });
  const watched = await completed.evaluateHandle((column) => {
    const seen: number[] = [];
    // Told at the end of each frame, of what is painted; a width read at any other time may never be seen.
    const look = () => {
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect();
        const width = Math.round(entry?.boundingClientRect.width ?? 0);
        if (seen.at(-1) !== width) seen.push(width);
        requestAnimationFrame(look);
      });
      observer.observe(column);
    };
    requestAnimationFrame(look);
    return seen;
  });
  const seen = () => watched.jsonValue();
  await expect.poll(async () => (await seen()).length).toBe(1);
  await cards(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'History' })).toBeAttached();
  await expect.poll(async () => (await seen()).length).toBe(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'History' })).toHaveCount(0);
  await expect.poll(async () => (await seen()).length).toBe(3);
  const [wide, narrow, again] = await seen();
  expect(again).toBe(wide);
  expect(narrow).toBeLessThan(wide ?? 0);
});
