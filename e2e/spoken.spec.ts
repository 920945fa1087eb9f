import type { Page } from 'playwright/test';

import { heard, hears, listen, says, spokenWords } from './heard';
import type { Lemlist } from './lemlist';
import { expect, patientTest as test, test as base } from './test';

test.slow();

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const place = async (page: Page) => (await heard(page)).position;

/** Three tasks that one search finds; Tab has brought the focus to the first of their cards. */
async function onFirstCard(page: Page, { lemlist, title }: { lemlist: Lemlist; title: string }) {
  await listen(page);
  for (const word of ['one', 'two', 'three']) await lemlist.give(page, { title: `${title} ${word}` });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('region', { name: 'Pending' }).getByRole('article')).toHaveCount(3);
  await press(page, 'ArrowDown');
  return hears(page, 'article', new RegExp(`^${title} `));
}

test('a card is heard with its person, its day, its column and its place, and what is done to it with the way back', async ({
  page,
  lemlist,
  title,
}) => {
  const { name } = await lemlist.contact();
  const first = await onFirstCard(page, { lemlist, title });
  expect(first.within.slice(0, 2)).toEqual(['Pending tasks', 'Pending']);
  expect(first.position).toBe('1 of 3');
  expect(first.description).toMatch(
    new RegExp(`^${name} · .+ (tomorrow|Mon|Tue|Wed|Thu|Fri|Sat|Sun|in)`, 'i'),
  );
  await press(page, 'ArrowDown');
  await expect.poll(() => place(page)).toBe('2 of 3');
  const second = await heard(page);

  await press(page, 'e');
  await says(page, new RegExp(`^Moved “${second.name}” to Completed\\. Undo within \\d+ seconds\\.$`));
  await expect.poll(() => place(page)).toBe('2 of 2');
  await press(page, 'ArrowRight');
  const landed = await hears(page, 'article', second.name);
  expect(landed.within.slice(0, 2)).toEqual(['Completed tasks', 'Completed']);
  expect(landed.description).toMatch(/^Not sent yet\. /);

  await press(page, 'ArrowLeft', 's');
  const menu = await hears(page, 'menuitem', /^(Later today|Tomorrow) /);
  expect(menu.within[0]).toBe('Snooze until');
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).press('Enter');
  await says(page, /^Snoozed “.+” until tomorrow .+\. Undo within \d+ seconds\.$/);
  await hears(page, 'article', /./);
  await press(page, 'i');
  await says(page, /^Moved “.+” to Ignored\. Undo within \d+ seconds\.$/);
  await press(page, 'u');
  await says(page, /^Undone: ignored “.+”\.$/);
  await press(page, 'u');
  await says(page, /^Undone: snoozed “.+”\.$/);
  await press(page, 'u');
  await says(page, `Undone: completed “${second.name}”.`);
});

test('several are selected, moved and brought back, and each step is heard once', async ({
  page,
  lemlist,
  title,
}) => {
  await onFirstCard(page, { lemlist, title });
  await press(page, 'x');
  await says(page, '1 selected.');
  expect((await heard(page)).description).toMatch(/^Selected\. /);
  await press(page, 'Escape');
  await says(page, 'Nothing selected.');
  await press(page, 'Control+a');
  await says(page, '3 selected.');
  await press(page, 'i');
  await says(page, /^Moved 3 tasks to Ignored\. Undo within \d+ seconds\.$/);
  await hears(page, 'heading', 'Pending');
  await press(page, 'u');
  await says(page, 'Undone: ignored 3 tasks.');
  await hears(page, 'article', new RegExp(title));
  const all = await spokenWords(page);
  expect(all.filter((one) => one.startsWith('Moved'))).toHaveLength(1);
  expect(all.filter((one) => one.startsWith('Undone'))).toHaveLength(1);
});

test('the panel, a field that is wrong, and the way back from both are heard', async ({
  page,
  lemlist,
  title,
}) => {
  const first = await onFirstCard(page, { lemlist, title });
  await press(page, 'Enter');
  expect((await hears(page, 'heading', first.name)).within).toContain(first.name);
  await press(page, 'Escape');
  await hears(page, 'article', first.name);

  await press(page, 'n');
  expect((await hears(page, 'combobox', 'Send to')).within).toContain('New task');
  await page.getByLabel('Send to').selectOption({ label: 'lemlist practice' });
  await page.getByLabel('Title').focus();
  await press(page, 'Enter');
  const wrong = await hears(page, 'combobox', 'Linked to');
  expect(wrong.invalid).toBe('true');
  const alert = await page.getByRole('dialog').getByRole('alert').first().innerText();
  expect(wrong.description.startsWith(alert)).toBe(true);
  await press(page, 'Escape');
  await hears(page, 'article', first.name);
});

test('a search, a view and the palette say how many they leave', async ({ page, lemlist, title }) => {
  await onFirstCard(page, { lemlist, title });
  await press(page, '/');
  const box = await hears(page, 'searchbox', 'Search tasks');
  expect(box.value).toBe(title);
  await page.keyboard.type(' two');
  await says(page, 'Filtered: 1 Pending, 0 Completed, 0 Ignored.');
  await press(page, 'Control+k');
  expect((await hears(page, 'combobox', 'Find or do')).within).toContain('Find or do');
  await page.keyboard.type('all open');
  await says(page, /^\d+ found$/);
  await press(page, 'Enter');
  await says(page, /^All open: [\d,]+ Pending, \d+ Completed, \d+ Ignored\.$/);
  const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^Overdue/ });
  await link.press('Enter');
  await says(page, /^Overdue: [\d,]+ Pending, \d+ Completed, \d+ Ignored\.$/);
});

test('the focus queue says which of how many, who and when, with each task', async ({
  page,
  lemlist,
  title,
}) => {
  const { name } = await lemlist.contact();
  await onFirstCard(page, { lemlist, title });
  await press(page, 'f');
  const first = await hears(page, 'heading', new RegExp(title));
  expect(first.description).toMatch(new RegExp(`^1 of 3 ${name} `));
  expect(first.within.at(-2)).toMatch(/^Focus: /);
  await press(page, 'j');
  await expect.poll(async () => (await heard(page)).description).toMatch(/^2 of 3 /);
  await press(page, 'e');
  await says(page, /^Moved “.+” to Completed\. Undo within \d+ seconds\.$/);
  await expect.poll(async () => (await heard(page)).description).toMatch(/^3 of 3 /);
  await press(page, 'u');
  await says(page, /^Undone: completed “.+”\.$/);
  await press(page, 'j', 'j');
  await expect.poll(async () => (await heard(page)).description).toMatch(/left\.$/);
  await press(page, 'Escape');
  await hears(page, 'article', new RegExp(title));
});

test('quick add, the keys, the plan for a backlog and the figures of the day are heard', async ({
  page,
  lemlist,
  title,
}) => {
  const first = await onFirstCard(page, { lemlist, title });
  await press(page, 'q');
  const line = await hears(page, 'textbox', 'Task');
  expect(line.within).toEqual(expect.arrayContaining(['Tasks to create', 'Quick add']));
  await page.keyboard.type(`${title.toLowerCase()} with ${(await lemlist.contact()).name} @lemlist`);
  await expect(page.getByRole('list', { name: 'Understood' })).toContainText('Phone call');
  await press(page, 'Enter');
  await says(page, /^Created “.+”\./);
  await press(page, 'Escape');
  await hears(page, 'article', first.name);

  await press(page, '?');
  expect((await hears(page, 'switch', 'Letter keys')).checked).toBe('true');
  await page.getByRole('switch', { name: 'E: Complete', exact: true }).press('Space');
  const key = await hears(page, 'switch', 'E: Complete');
  expect(key.checked).toBe('false');
  await press(page, 'Space', 'Escape');

  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.getByRole('button', { name: /Spread them$/ }).press('Enter');
  const perDay = await hears(page, 'textbox', 'Tasks a day');
  expect(perDay.within).toContain('Spread overdue tasks');
  const plan = page.getByRole('dialog').getByRole('status');
  await page.keyboard.type('50');
  await expect(plan).toHaveText(/^\d+ tasks over \d+ days?, the last on /);
  await press(page, 'Escape');
  await hears(page, 'button', /Spread them$/);
  await page.getByRole('button', { name: /^Today/ }).press('Enter');
  const figures = page
    .getByRole('dialog', { name: 'Today' })
    .getByRole('table', { name: 'Done against planned' });
  await expect(figures.getByRole('columnheader')).toHaveText(['Channel', 'Done', 'Planned']);
  await expect(figures.getByRole('rowheader').first()).not.toBeEmpty();
});

test('undo in a notice is there for assistive technology while a dialog is open, and leaves it open', async ({
  page,
  lemlist,
  title,
}) => {
  await onFirstCard(page, { lemlist, title });
  await press(page, 'e', 'Shift+U');
  const dialog = page.getByRole('dialog', { name: 'Recent changes' });
  await expect(dialog).toBeVisible();
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click();
  await says(page, /^Undone: completed “.+”\.$/);
  await expect(dialog).toBeVisible();
});

base('what a vendor refuses is said, with the reason', async ({ page, leadlex, title }) => {
  const id = await leadlex.give(title);
  await leadlex.sync();
  await listen(page);
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  const card = page.getByRole('article', { name: title });
  await expect(card).toBeVisible();
  await leadlex.takeAway(id);
  await card.press('e');
  await says(page, new RegExp(`^Not sent: completed “${title}”\\. .+`));
});

base('trouble with a connection is said once, however long it lasts', async ({ page, lemlist, title }) => {
  await listen(page);
  await lemlist.give(page, { title });
  await lemlist.misbehave({ kind: 'server-error' });
  await lemlist.sync();
  const notice = page.locator('div[role=status]').filter({ hasText: '“lemlist practice”' });
  await expect(notice).toBeVisible();
  await says(page, /“lemlist practice”/);
  await expect(notice).toContainText('Changes wait');
  await lemlist.sync();
  await expect(notice).toHaveAttribute('aria-live', 'off');
  expect((await spokenWords(page)).filter((one) => one.includes('“lemlist practice”'))).toHaveLength(1);
});
