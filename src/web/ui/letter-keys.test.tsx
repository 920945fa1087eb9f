import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { isLetterKeyOff, useKeysOff, useKeyWorks, useLetterKeys } from './letter-keys';

const press = (key: string, held: Partial<Parameters<typeof isLetterKeyOff>[0]> = {}) =>
  isLetterKeyOff({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

function Keys() {
  const [all, chooseAll] = useLetterKeys();
  const [off, choose] = useKeysOff();
  const works = useKeyWorks();
  return (
    <>
      <button type="button" onClick={() => chooseAll(!all)}>
        All
      </button>
      <button type="button" onClick={() => choose('E', off.includes('E'))}>
        E
      </button>
      <p>{['E', 'I', 'Shift U', '?', 'Enter', 'Ctrl K', '↓'].filter(works).join(' ')}</p>
    </>
  );
}

afterEach(() => localStorage.clear());

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a key that is switched off by itself is silent, in either case, and the others are not', async () => {
  await render(<Keys />);
  await button('E').click();
  await expect.element(page.getByText('I Shift U ? Enter Ctrl K ↓')).toBeVisible();
  expect([press('e'), press('E'), press('i')]).toEqual([true, true, false]);
  expect([press('e', { ctrlKey: true }), press('E', { shiftKey: true })]).toEqual([false, false]);
  await button('E').click();
  await expect.element(page.getByText('E I Shift U ? Enter Ctrl K ↓')).toBeVisible();
  expect(press('e')).toBe(false);
});

test('all of them off and on again leaves each as it was', async () => {
  await render(<Keys />);
  await button('E').click();
  await button('All').click();
  await expect.element(page.getByText('Enter Ctrl K ↓', { exact: true })).toBeVisible();
  expect([press('i'), press('?', { shiftKey: true }), press('ArrowDown')]).toEqual([true, true, false]);
  await button('All').click();
  await expect.element(page.getByText('I Shift U ? Enter Ctrl K ↓', { exact: true })).toBeVisible();
});

test('what another tab switches is followed', async () => {
  await render(<Keys />);
  localStorage.setItem('outboard.letter-keys-off', '?,I');
  window.dispatchEvent(new StorageEvent('storage', { key: 'outboard.letter-keys-off' }));
  await expect.element(page.getByText('E Shift U Enter Ctrl K ↓')).toBeVisible();
});
