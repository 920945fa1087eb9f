import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { dropMemory } from './memory';
import { useKept } from './use-kept';

const key = 'outboard.test-choice';

function Choice({ label }: { label: string }) {
  const [value, choose] = useKept(key, ['wide', 'narrow']);
  return (
    <button type="button" aria-label={label} onClick={() => choose('narrow')}>
      {value}
    </button>
  );
}

async function open() {
  await render(
    <>
      <Choice label="One" />
      <Choice label="Other" />
    </>,
  );
}

const shown = (label: string) => page.getByRole('button', { name: label });

afterEach(() => {
  vi.restoreAllMocks();
  dropMemory(key);
});

test('a choice is followed wherever it is shown, and kept', async () => {
  await open();
  await expect.element(shown('Other')).toHaveTextContent('wide');
  await shown('One').click();
  await expect.element(shown('Other')).toHaveTextContent('narrow');
  expect(localStorage.getItem(key)).toBe('narrow');
});

test('what another tab chooses or forgets is followed, and what it cannot mean counts as not chosen', async () => {
  await open();
  const tab = document.createElement('iframe');
  document.body.append(tab);
  onTestFinished(() => tab.remove());
  const elsewhere = tab.contentWindow!.localStorage;
  elsewhere.setItem(key, 'narrow');
  await expect.element(shown('One')).toHaveTextContent('narrow');
  elsewhere.setItem(key, 'round');
  await expect.element(shown('One')).toHaveTextContent('wide');
  elsewhere.setItem(key, 'narrow');
  await expect.element(shown('One')).toHaveTextContent('narrow');
  elsewhere.clear();
  await expect.element(shown('One')).toHaveTextContent('wide');
});

test('where the browser’s storage is switched off, a choice holds as long as the page', async () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  await open();
  await shown('One').click();
  await expect.element(shown('Other')).toHaveTextContent('narrow');
});
