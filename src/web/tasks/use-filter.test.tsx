import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';

import { useFilter, useUrlParam } from './use-filter';

const home = location.href;
beforeEach(() => history.pushState(null, '', location.pathname));
afterEach(() => history.pushState(null, '', home));

const openPage = () =>
  renderHook(() => ({ filter: useFilter(), task: useUrlParam('task') })).then(({ result }) => result);

test('a filter is in the address, and back gives the one before', async () => {
  const page = await openPage();
  page.current.filter[1]({ channel: ['call'] });
  await expect.poll(() => page.current.filter[0]).toEqual({ channel: ['call'] });
  page.current.filter[1]({ channel: ['call'], due: '..today' });
  await expect.poll(() => location.search).toBe('?channel=call&due=..today');

  history.back();

  await expect.poll(() => page.current.filter[0]).toEqual({ channel: ['call'] });
});

test('typing leaves no trail of half words behind', async () => {
  const page = await openPage();
  const before = history.length;
  for (const q of ['a', 'an', 'ann']) page.current.filter[1]({ q }, { replace: true });

  await expect.poll(() => page.current.filter[0]).toEqual({ q: 'ann' });
  expect(history.length).toBe(before);
});

test('an open card stays open under another filter, and the filter keeps its object', async () => {
  const page = await openPage();
  page.current.filter[1]({ q: 'anna' });
  await expect.poll(() => page.current.filter[0]).toEqual({ q: 'anna' });
  page.current.task[1]('42');
  await expect.poll(() => page.current.task[0]).toBe('42');
  const [filter] = page.current.filter;
  page.current.filter[1]({ q: 'berta' });
  await expect.poll(() => page.current.filter[0]).toEqual({ q: 'berta' });
  page.current.filter[1](filter);

  await expect.poll(() => page.current.task[0]).toBe('42');
  expect(location.search).toBe('?q=anna&task=42');
});

test('what was opened is left by the way it came, and “back” does not open it again', async () => {
  const page = await openPage();
  page.current.filter[1]({ q: 'anna' });
  await expect.poll(() => page.current.filter[0]).toEqual({ q: 'anna' });
  page.current.task[1]('42');
  page.current.task[1]('43', { replace: true });
  await expect.poll(() => page.current.task[0]).toBe('43');
  page.current.task[1](null, { back: true });
  page.current.task[1](null, { back: true });
  await expect.poll(() => page.current.task[0]).toBeNull();
  expect(location.search).toBe('?q=anna');

  history.back();
  await expect.poll(() => location.search).toBe('');
});

test('what a link has opened is left without a trail', async () => {
  history.pushState(null, '', '?q=anna&task=42');
  const page = await openPage();
  const before = history.length;
  page.current.task[1](null, { back: true });
  await expect.poll(() => page.current.task[0]).toBeNull();
  expect([location.search, history.length]).toEqual(['?q=anna', before]);
});

test('what the address asks in vain is told', async () => {
  history.pushState(null, '', '?channel=fax&q=anna');
  const page = await openPage();

  expect(page.current.filter[0]).toEqual({ q: 'anna' });
  expect(page.current.filter[2]).toEqual([
    { param: 'channel', message: '“fax” is not a channel.', kept: false },
  ]);
});
