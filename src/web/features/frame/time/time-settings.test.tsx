import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { chooseClock, currentZone, ownZone } from '../../../tasks/clock/clock';
import { DueLabel } from '../../../tasks/face/due-label';
import { TimeSettings } from './time-settings';

afterEach(() => chooseClock({}));

const place = 'outboard.clock';
const search = page.getByRole('combobox', { name: 'Time zone' });
const zone = (name: RegExp) => page.getByRole('option', { name });
const dates = page.getByRole('combobox', { name: 'Dates', exact: true });
const hours = page.getByRole('combobox', { name: 'Hours' });
const tip = () => document.querySelector('time')?.dataset['tip'];

async function open() {
  await render(
    <>
      <DueLabel due={{ kind: 'instant', at: '2031-11-21T23:30:00.000Z' }} />
      <TimeSettings onClose={() => {}} />
    </>,
  );
}

test('a zone is searched and taken with the keys, and what is drawn follows at once', async () => {
  await open();
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('kiriti{Enter}');
  await expect.element(page.getByRole('status')).toHaveTextContent('(Pacific/Kiritimati)');
  expect(tip()).toMatch(/22.*\(Pacific\/Kiritimati\)$/);
  expect(currentZone()).toBe('Pacific/Kiritimati');

  await search.fill('nowhere at all');
  await expect.element(page.getByText('No zone is called “nowhere at all”.')).toBeVisible();
  await search.clear();
  await zone(/^As this computer/).click();
  expect(currentZone()).toBe(ownZone());
  expect(tip()).not.toContain('Kiritimati');
});

test('dates and hours are written as chosen, and as the browser has them again', async () => {
  await open();
  await dates.selectOptions('iso');
  await hours.selectOptions('24');
  await expect.poll(tip).toMatch(/day 2031-11-2\d, \d\d:\d\d/);
  expect(JSON.parse(localStorage.getItem(place) ?? '')).toEqual({ dates: 'iso', hours: '24' });

  await dates.selectOptions('');
  await hours.selectOptions('');
  await expect.poll(tip).not.toMatch(/2031-11/);
  expect(localStorage.getItem(place)).toBeNull();
});

test('another page of the browser chooses, and this one follows', async () => {
  await open();
  localStorage.setItem(place, '{"zone":"Asia/Tokyo"}');
  window.dispatchEvent(new StorageEvent('storage', { key: place }));
  await expect.element(page.getByRole('status')).toHaveTextContent('(Asia/Tokyo)');
});

test.each(['{', '7', '"Asia/Tokyo"', '{"zone":"Mars/Base","dates":"roman","hours":24}'])(
  'a broken memory (%s) counts as none',
  async (kept) => {
    localStorage.setItem(place, kept);
    await open();
    expect(currentZone()).toBe(ownZone());
    await expect.element(dates).toHaveValue('');
    await expect.element(hours).toHaveValue('');
  },
);
