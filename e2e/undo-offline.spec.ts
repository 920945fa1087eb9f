import type { APIRequestContext, Locator, Page } from 'playwright/test';

import { listen, says } from './heard';
import { Lemlist } from './lemlist';
import type { ServerProcess } from './server-process';
import { expect, pressOn, test } from './test';

// Each of them waits for a server to start twice.
test.slow();

/** Longer than a busy machine takes from the change to the outage, and short enough to be waited for. */
const holdSeconds = 15;

const card = (page: Page, column: string, title: string): Locator =>
  page.getByRole('region', { name: column }).getByRole('article', { name: title, exact: true });
const notices = (page: Page) => page.getByRole('region', { name: 'Notifications' });

/** Completes a task there, which the server holds; what the vendor has of it bears the id that is answered. */
async function complete(
  page: Page,
  request: APIRequestContext,
  { url }: ServerProcess,
  title: string,
): Promise<{ vendor: Lemlist; vendorTask: string }> {
  const vendor = new Lemlist(request, url);
  await listen(page);
  const vendorTask = await vendor.give(page, { title });
  await card(page, 'Pending', title).hover();
  await pressOn(card(page, 'Pending', title), 'Complete');
  await expect(card(page, 'Completed', title)).toContainText(/held \d+ s/);
  return { vendor, vendorTask };
}

/** Undoes the newest step while nobody answers. */
async function undoAway(page: Page, title: string): Promise<void> {
  await expect(page.getByText('Offline. You see the board')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(notices(page)).toContainText(`Undo waits for the line: completed “${title}”.`);
  await says(page, /Undo waits for the line/);
  await expect(card(page, 'Pending', title)).toContainText('undo waits');
}

const commandsOf = async ({ url }: ServerProcess, { request }: Page, taskId: string) =>
  (await (await request.get(`${url}/api/tasks/${taskId}`)).json()).commands;

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`an undo that waited while the server was away after ${signal} is in time, though the hold ran out meanwhile`, async ({
    page,
    request,
    title,
    serve,
  }) => {
    const server = await serve({ holdSeconds });
    const { vendor, vendorTask } = await complete(page, request, server, title);
    const taskId = (await card(page, 'Completed', title).getAttribute('data-task-id')) ?? '';
    const [{ holdUntil }] = await commandsOf(server, page, taskId);
    await server.kill(signal);
    await undoAway(page, title);
    await page.waitForFunction((until) => Date.now() > until, Date.parse(holdUntil));

    await server.restart();
    await expect(notices(page)).toContainText(`Undone: completed “${title}”.`);
    await expect(card(page, 'Pending', title)).not.toContainText('undo waits');
    expect(await commandsOf(server, page, taskId)).toEqual([]);
    expect(await vendor.writesAbout(vendorTask)).toEqual([]);
  });
}

test('an undo that comes too late is still told in Recent changes and in the history', async ({
  page,
  context,
  request,
  title,
  serve,
}) => {
  const server = await serve({ holdSeconds });
  const { vendor } = await complete(page, request, server, title);
  await context.setOffline(true);
  await undoAway(page, title);
  await expect.poll(async () => (await vendor.find(title))[0]?.status).toBe('completed');

  await context.setOffline(false);
  await expect(notices(page)).toContainText(`Too late to undo “${title}”`);
  await page.keyboard.press('Shift+U');
  const recent = page.getByRole('dialog', { name: 'Recent changes' });
  await expect(recent).toContainText('Undo came too late: lemlist had it by then and has no way back.');
  await page.keyboard.press('Escape');
  await card(page, 'Completed', title).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: title })).toContainText(
    'Undo by a rep came too late: lemlist had it by then',
  );
});
