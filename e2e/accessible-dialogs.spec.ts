import type { Page } from 'playwright/test';

import { expectClean, still } from './accessible';
import { expect, test } from './test';

const named = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
/** A strip over the board, not what is spoken of it. */
const strip = (page: Page, words: string) => page.locator('[role=status]').filter({ hasText: words });

test.slow();
test.beforeEach(async ({ page }) => {
  await page.emulateMedia(still);
  await page.goto('/');
  await page.getByRole('region', { name: 'Pending' }).getByRole('article').first().focus();
});

test('what keys open over the board is clean for assistive technology', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const palette = named(page, 'Find or do');
  await expect(palette.getByRole('option', { name: 'Complete' })).toBeVisible();
  await expectClean(page, 'palette');
  await palette.getByRole('combobox').fill('nothing is called so');
  await expect(palette.getByRole('option', { name: /^Show all/ })).toBeVisible();
  await expectClean(page, 'palette that found nothing');
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await expect(named(page, 'Keys')).toBeVisible();
  await expectClean(page, 'keys');
  await page.keyboard.press('Escape');

  await page.keyboard.press('q');
  const line = named(page, 'Quick add').getByRole('textbox', { name: 'Task', exact: true });
  await line.fill('call Nobody Known tomorrow !high @lemlist');
  await expect(named(page, 'Quick add')).toContainText('lemlist knows nobody');
  await expectClean(page, 'quick add with a question');
  await page.keyboard.press('Escape');

  await page.keyboard.press('f');
  await expect(named(page, /^Focus: /).getByRole('heading', { level: 2 })).toBeFocused();
  await expectClean(page, 'focus queue');
});

test('what buttons open over the board is clean for assistive technology', async ({ page }) => {
  await page.getByRole('button', { name: /overdue Spread them$/ }).click();
  const rescue = named(page, 'Spread overdue tasks');
  await expect(rescue.getByRole('list', { name: 'Days' }).getByRole('listitem').first()).toBeVisible();
  await expectClean(page, 'spread overdue tasks');
  await rescue.getByRole('textbox', { name: 'Tasks a day' }).fill('0');
  await expect(rescue.getByText('Give a number from 1 to 1,000.')).toBeVisible();
  await expectClean(page, 'spread overdue tasks, with a complaint');
  await page.keyboard.press('Escape');

  await page.getByRole('region', { name: 'Today', exact: true }).getByRole('button').first().click();
  await expect(named(page, 'Today').locator('svg.recharts-surface').last()).toBeVisible();
  await expectClean(page, 'today');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^(You are|Say who you are)/ }).click();
  await expect(named(page, 'Who are you?')).toBeVisible();
  await expectClean(page, 'who are you');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Add a connection' }).click();
  await named(page, 'Add a connection').getByRole('button', { name: 'Connect' }).click();
  await expect(named(page, 'Add a connection').locator('[aria-invalid=true]').first()).toBeVisible();
  await expectClean(page, 'add a connection, with complaints');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^lemlist practice.*settings$/ }).click();
  await expectClean(page, 'connection settings');
  await named(page, 'Connection settings').getByRole('button', { name: 'Remove' }).click();
  await expect(named(page, /^Remove /)).toBeVisible();
  await expectClean(page, 'remove a connection');
});

test('practice faults, a connection in trouble and the board without a line are clean for assistive technology', async ({
  page,
  context,
  lemlist,
}) => {
  await page.getByRole('button', { name: 'Practice faults' }).click();
  const faults = named(page, 'Practice faults');
  await faults.getByRole('region', { name: 'lemlist' }).getByRole('switch', { name: 'Key refused' }).check();
  await expect(faults.getByRole('status').first()).toHaveText('Key refused');
  await expectClean(page, 'practice faults');
  await page.keyboard.press('Escape');
  await lemlist.sync();
  await expect(strip(page, 'does not work with lemlist')).toBeVisible();
  await expectClean(page, 'a connection in trouble');
  await lemlist.misbehave();

  await context.setOffline(true);
  await page.getByRole('region', { name: 'Pending' }).getByRole('article').first().focus();
  await page.keyboard.press('i');
  const offline = strip(page, 'Offline.');
  await expect(offline).toBeVisible();
  await expect(page.getByRole('region', { name: 'Connections' })).toContainText('offline');
  await expectClean(page, 'offline');
  await offline.getByRole('button', { name: /^Show/ }).click();
  await expect(named(page, 'Waiting changes')).toBeVisible();
  await expectClean(page, 'waiting changes');
  await named(page, 'Waiting changes').getByRole('button', { name: /^Undo/ }).click();
  await context.setOffline(false);
  await expect(offline).toHaveCount(0);
});
