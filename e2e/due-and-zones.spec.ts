import type { Page } from 'playwright/test';

import type { Lemlist } from './lemlist';
import { expect, test } from './test';

const dayMs = 24 * 3_600_000;
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });
const heading = (page: Page) =>
  page.getByRole('region', { name: 'Pending' }).getByRole('heading', { level: 3 });

/** The moment of a time of day in Berlin, so many days from today. */
function inBerlin(days: number, time: string): Date {
  const date = berlin.format(Date.now() + days * dayMs);
  const utc = new Date(`${date}T${time}Z`);
  const shown = new Date(`${utc.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T')}Z`);
  return new Date(2 * utc.getTime() - shown.getTime());
}

/** From then on the page believes that it is this moment; the server keeps its own time. */
async function openAt(page: Page, now: Date, path: string): Promise<void> {
  await page.clock.install({ time: now });
  await page.goto(path);
}

test('a board that is open at midnight makes tomorrow today, and the card in hand keeps the focus', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  const id = await lemlist.give(page, { title });
  await lemlist.change(id, { dueDate: inBerlin(1, '10:00').toISOString() });
  await lemlist.sync();
  await openAt(page, inBerlin(0, '23:59'), `/?q=${title}`);
  await expect(heading(page)).toHaveText(/^Tomorrow/);
  const card = column('Pending').getByRole('article', { name: title });
  await card.focus();

  await page.clock.fastForward(45_000);
  await expect(heading(page)).toHaveText(/^Tomorrow/);
  await page.clock.fastForward(16_000);
  await expect(heading(page)).toHaveText(/^Today/);
  await expect(card).toBeFocused();
});

/** Zones around the globe, so that it is any hour somewhere. */
const globe = [
  'Pacific/Auckland',
  'Australia/Brisbane',
  'Asia/Tokyo',
  'Asia/Bangkok',
  'Asia/Karachi',
  'Africa/Nairobi',
  'Africa/Lagos',
  'Atlantic/Cape Verde',
  'America/Sao Paulo',
  'America/Bogota',
  'America/Phoenix',
  'Pacific/Honolulu',
];

/** One of them where it is between these hours now. */
function zoneWhereItIs(from: number, to: number): string {
  const hourIn = (zone: string) =>
    Number(new Date().toLocaleString('en-GB', { timeZone: zone.replace(' ', '_'), hour: '2-digit' }));
  const found = globe.find((zone) => hourIn(zone) >= from && hourIn(zone) <= to);
  if (found === undefined) throw new Error('it is that hour nowhere');
  return found;
}

/** Tomorrow where it is between 20 and 22 now, also when the hour is over before that is asked; today where it is day. */
async function giveDueInFiveHours(page: Page, lemlist: Lemlist, title: string): Promise<void> {
  const id = await lemlist.give(page, { title });
  await lemlist.change(id, { dueDate: new Date(Date.now() + 5 * 3_600_000).toISOString() });
  await lemlist.sync();
}

async function chooseZone(page: Page, zone: string): Promise<void> {
  await page.getByRole('button', { name: /^Colours: / }).click();
  await page.getByRole('menuitem', { name: 'Time and dates…' }).click();
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeFocused();
  await page.keyboard.type(zone);
  await page.keyboard.press('Enter');
}

test('a chosen zone moves a task over the edge of the day, and holds after a reload; dates are written as chosen', async ({
  page,
  lemlist,
  title,
}) => {
  await giveDueInFiveHours(page, lemlist, title);
  await page.goto(`/?q=${title}`);
  const late = zoneWhereItIs(20, 22);
  const asked = page.waitForRequest((request) => {
    const { pathname, searchParams } = new URL(request.url());
    return pathname.endsWith('/counts') && searchParams.get('tz') === late.replace(' ', '_');
  });
  await chooseZone(page, late);
  await asked;
  await page.getByRole('combobox', { name: 'Dates' }).selectOption('iso');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: /^Colours: / })).toBeFocused();
  await expect(heading(page)).toHaveText(/^Tomorrow/);
  const due = page.getByRole('region', { name: 'Pending' }).locator('article time');
  const tip = new RegExp(String.raw`^\w+day \d{4}-\d\d-\d\d, .*\(${late}\)$`);
  await expect(due).toHaveAttribute('data-tip', tip);

  await page.reload();
  await expect(heading(page)).toHaveText(/^Tomorrow/);
  await expect(due).toHaveAttribute('data-tip', tip);
});

test('the other tabs of the browser follow a chosen zone without a reload', async ({
  page,
  context,
  lemlist,
  title,
}) => {
  await giveDueInFiveHours(page, lemlist, title);
  const clock = JSON.stringify({ zone: zoneWhereItIs(20, 22).replace(' ', '_') });
  await page.evaluate((kept) => localStorage.setItem('outboard.clock', kept), clock);
  await page.goto(`/?q=${title}`);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(heading(second)).toHaveText(/^Tomorrow/);

  await page.bringToFront();
  await chooseZone(page, zoneWhereItIs(7, 16));
  await expect(heading(second)).toHaveText(/^Today/);
});

test('S snoozes to each moment by the keyboard; what sleeps is listed with its moment', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  await lemlist.give(page, { title });
  // A Tuesday, so that no two of the moments are the same.
  const daysOn = Array.from({ length: 7 }, (_, days) => days + 1).find(
    (days) => inBerlin(days, '12:00').getUTCDay() === 2,
  );
  await openAt(page, inBerlin(daysOn ?? 0, '10:00'), `/?q=${title}`);
  const card = column('Pending').getByRole('article', { name: title });
  const snooze = async (letters: string) => {
    await card.focus();
    await page.keyboard.press('s');
    await expect(page.getByRole('menuitem', { name: /^Later today/ })).toBeFocused();
    await page.keyboard.type(letters);
    await page.keyboard.press('Enter');
  };
  await snooze('l');
  await expect(card.locator('time')).toHaveText('in 3 h');
  await snooze('t');
  await expect(card.locator('time')).toHaveText('Wed 09:00');
  await snooze('i');
  await expect(card.locator('time')).toHaveText('Thu 09:00');
  await snooze('n');
  await expect(card.locator('time')).toHaveText('Mon 09:00');
  await snooze('p');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Date' })).toBeFocused();
  await page.keyboard.type('tomorrow 16:15');
  await page.keyboard.press('Enter');
  await expect(card.locator('time')).toHaveText('Wed 16:15');

  await page.goto('/');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Snoozed' }).click();
  await expect(page).toHaveURL('/?due=snoozed');
  await expect(page.getByRole('button', { name: 'Filter by due: Snoozed' })).toBeVisible();
  await expect(card.locator('time')).toHaveText('until Wed 16:15');
});

test('a snoozed task leaves the list of the snoozed by itself when its time is there', async ({
  page,
  request,
  lemlist,
  title,
  column,
}) => {
  await lemlist.give(page, { title });
  const card = column('Pending').getByRole('article', { name: title });
  const taskId = await card.getAttribute('data-task-id');
  await openAt(page, new Date(), `/?due=snoozed&q=${title}`);
  await expect(page.getByText('Nothing is snoozed.')).toBeVisible();
  const until = { kind: 'instant', at: new Date(Date.now() + 20_000).toISOString() };
  const sent = await request.post('/api/commands', {
    data: { id: crypto.randomUUID(), kind: 'snooze', taskIds: [taskId], until },
  });
  expect(sent.ok()).toBe(true);
  await expect(card).toBeVisible();

  const asleep = async () =>
    (await (await request.get(`/api/tasks/counts?due=snoozed&q=${title}`)).json()).pending;
  await expect.poll(asleep).toBe(0);
  await page.clock.fastForward(63_000);
  await expect(card).toHaveCount(0);
  await expect(page.getByText('Nothing is snoozed.')).toBeVisible();
  await page.goto(`/?q=${title}`);
  await expect(heading(page)).toHaveText(/^Overdue/);
});

test('the heading of the part in sight stays at the top while Pending is scrolled, and hides no card in hand', async ({
  page,
  column,
}) => {
  await page.goto('/');
  const scroller = page.locator('[data-column-scroller=pending]');
  const top = async (selector: string) =>
    await page.evaluate((wanted) => {
      const edge = document.querySelector('[data-column-scroller=pending]')?.getBoundingClientRect().top ?? 0;
      const box = document.querySelector(`[data-column-scroller=pending] ${wanted}`)?.getBoundingClientRect();
      return (box?.top ?? Number.NaN) - edge;
    }, selector);
  await expect(heading(page).first()).toHaveText(/^Overdue/);
  const card = column('Pending').getByRole('article').first();
  await expect(card).toBeVisible();
  const atRest = await top('h3');
  await scroller.evaluate((element) => element.scrollTo({ top: 1500 }));
  await expect(card).not.toBeInViewport();
  await expect.poll(() => top('h3')).toBe(atRest);

  await column('Pending').getByRole('article').nth(8).focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowUp');
  await expect.poll(() => top('article:focus')).toBeGreaterThanOrEqual(32);
});
