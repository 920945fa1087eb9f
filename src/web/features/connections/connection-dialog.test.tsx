import { expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { connection, connectionList } from '#contract/connection';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';
import { sampleConnection } from '#testing/sample-connection';

import { Toasts } from '../../ui/toast';
import { ConnectionDialog } from './connection-dialog';

/** The settings of a connection whose team is not known yet, at a vendor that does not answer. */
async function openSettings() {
  const { key } = await openWorkspace({});
  await fetch('/testing/faults', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ kind: 'server-error' }]),
  });
  const body = { vendor: 'lemlist', label: 'North', key, sandbox: true };
  const added = await fetch('/api/connections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, unchecked: true }),
  });
  const closed: true[] = [];
  await mount(
    <>
      <ConnectionDialog connection={connection.parse(await added.json())} onClose={() => closed.push(true)} />
      <Toasts />
    </>,
  );
  await page.getByLabelText('Name').fill('South');
  await page.getByLabelText('New API key').fill(key);
  await page.getByRole('button', { name: 'Save changes' }).click();
  return { closed, key };
}

const question = page.getByRole('dialog', { name: 'Save without a check?' });
const labels = async () =>
  connectionList.parse(await (await fetch('/api/connections')).json()).items.map(({ label }) => label);

test('a key that could not be checked is not saved before the rep was told', async () => {
  const { closed, key } = await openSettings();
  await expect.element(question).toHaveTextContent('The key could not be checked: lemlist does not answer.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('New API key')).toHaveValue(key);
  expect(closed).toEqual([]);
  expect(await labels()).not.toContain('South');
});

test('it is saved all the same when the rep wants that', async () => {
  const { closed } = await openSettings();
  await question.getByRole('button', { name: 'Save anyway' }).click();
  await expect.poll(() => closed).toEqual([true]);
  expect(await labels()).toContain('South');
});

test('the settings of a connection in trouble say what is wrong, as the vendor said it', async () => {
  await openWorkspace({});
  const message = 'lemlist does not accept the key.';
  const trouble = { kind: 'auth', message, since: new Date().toISOString() } as const;
  await mount(
    <ConnectionDialog connection={sampleConnection({ label: 'North', trouble })} onClose={() => {}} />,
  );
  await expect.element(page.getByRole('dialog').getByText(message)).toBeVisible();
});
