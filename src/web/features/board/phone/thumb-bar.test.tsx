import { expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspaceWith } from '#testing/open-workspace';

import { BoardUnderTest } from '../board-under-test';

async function openPhone() {
  await openWorkspaceWith(4);
  await mount(<BoardUnderTest size={[390, 700]} />);
}

const card = (title: string) => page.getByRole('article', { name: title, exact: true });
const bar = (title: string) => page.getByRole('toolbar', { name: `Actions for ${title}` });

const ignored = (count: number) => page.getByRole('button', { name: `Ignored ${count}`, exact: true });

/** A tap so many milliseconds from now. */
function tap(button: Element, laterMs = 0): void {
  const click = new MouseEvent('click', { bubbles: true, detail: 1 });
  Object.defineProperty(click, 'timeStamp', { value: performance.now() + laterMs });
  button.dispatchEvent(click);
}

test('a double tap in the thumb bar acts on one card, a tap after it on the next', async () => {
  await openPhone();
  await card('Call 0').click();
  const ignore = () => page.getByRole('toolbar').getByRole('button', { name: 'Ignore' }).element();

  tap(ignore());
  await expect.element(bar('Call 1')).toBeVisible();
  tap(ignore());
  await expect.element(ignored(1)).toBeVisible();
  await expect.element(bar('Call 1')).toBeVisible();
  await expect.element(card('Call 1')).toBeVisible();

  tap(ignore(), 600);
  await expect.element(ignored(2)).toBeVisible();
  await expect.element(bar('Call 2')).toBeVisible();
});

test('a card that is tapped takes a quick tap in the bar', async () => {
  await openPhone();
  await card('Call 2').click();
  tap(page.getByRole('toolbar').getByRole('button', { name: 'Complete' }).element());
  await expect.element(bar('Call 3')).toBeVisible();
  expect(card('Call 2').elements()).toHaveLength(0);
});
