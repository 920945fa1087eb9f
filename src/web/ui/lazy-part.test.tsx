import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { lazyPart } from './lazy-part';
import { Toasts } from './toast';

type Named = (props: { name: string }) => string;

test('a part that does not come says so, and the rest of the page stands', async () => {
  const Missing = lazyPart<{ name: string }>(() => Promise.reject(new TypeError('Failed to fetch')));
  await render(
    <>
      <p>The board</p>
      <Missing name="calendar" />
      <Toasts />
    </>,
  );
  await expect.element(page.getByText(/^This part of the page did not load/)).toBeVisible();
  await expect.element(page.getByText('The board')).toBeVisible();
});

test('something stands in the place of a part until it is there', async () => {
  let arrive = (_part: Named) => {};
  const part = new Promise<Named>((resolve) => (arrive = resolve));
  const Awaited = lazyPart(() => part, <p>Looking</p>);
  await render(<Awaited name="calendar" />);
  await expect.element(page.getByText('Looking')).toBeVisible();
  arrive(({ name }) => `The ${name}`);
  await expect.element(page.getByText('The calendar')).toBeVisible();
  expect(page.getByText('Looking').elements()).toHaveLength(0);
});
