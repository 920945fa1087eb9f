import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { sampleConnection } from '#testing/sample-connection';

import { ConnectionRow } from './connection-row';

const beThe = (rep: string) => {
  // oxlint-disable-next-line unicorn/no-document-cookie
  document.cookie = `rep=${encodeURIComponent(rep)}; Path=/`;
};
const forget = () => {
  // oxlint-disable-next-line unicorn/no-document-cookie
  document.cookie = 'rep=; Max-Age=0; Path=/';
};
beforeEach(forget);
afterEach(forget);

const members = [{ id: 'usr_1', name: 'Ada Rep', email: null }];
const connection = sampleConnection({ label: 'lemlist practice', sandbox: true, me: 'usr_1', members });

async function draw(shown = connection) {
  await mount(
    <ul className="w-56">
      <ConnectionRow connection={shown} onEdit={() => {}} />
    </ul>,
  );
}

test('before a rep said who they are, the row says whose tasks count as theirs and lets that be changed', async () => {
  await draw();
  await expect.element(page.getByRole('button', { name: /^My tasks: Ada Rep\. Change/ })).toBeVisible();
  expect(document.body.textContent).not.toContain('You are');
});

test('who said who they are changes that there, not here', async () => {
  beThe(JSON.stringify({ name: 'Ada Rep', email: null }));
  await draw();
  await expect.element(page.getByText('My tasks: Ada Rep')).toBeVisible();
  expect(page.getByRole('button', { name: /My tasks/ }).elements()).toEqual([]);
});

test('the name of the connection is whole, its tool is not said twice', async () => {
  await draw();
  const name = page.getByText('lemlist practice').element();
  expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth);
  await expect.element(page.getByText('practice data', { exact: true })).toBeVisible();
});

test('a trouble is told in two words, the whole of it is left to the strip and the settings', async () => {
  const message = 'lemlist does not accept the key.';
  const trouble = { kind: 'auth', message, since: new Date().toISOString() } as const;
  await draw({ ...connection, trouble });
  await expect.element(page.getByText('Key not accepted.')).toBeVisible();
  expect(document.body.textContent).not.toContain(message);
});
