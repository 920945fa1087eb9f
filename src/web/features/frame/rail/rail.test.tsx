import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { View } from '#contract/view';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { useFilter } from '../../../tasks/use-filter';
import { useLiveChanges } from '../../../tasks/use-live-changes';
import { Toasts } from '../../../ui/toast';
import { TopBar } from '../top-bar';
import { Rail } from './rail';

const home = location.href;
const nothing = () => {};
const search = { current: null };

beforeEach(() => history.pushState(null, '', location.pathname));
afterEach(() => {
  history.pushState(null, '', home);
  document.cookie = 'rep=; Max-Age=0; Path=/';
});

function Screen() {
  const [filter, setFilter] = useFilter();
  useLiveChanges(filter);
  return (
    <div className="flex h-[760px] w-[1300px]">
      <Rail filter={filter} onFilter={setFilter} folded={false} onFold={nothing} foot={null} />
      <main className="grow">
        <TopBar
          filter={filter}
          onFilter={setFilter}
          search={search}
          density="comfortable"
          onDensity={nothing}
          onCreate={nothing}
          onFocus={nothing}
          onQuick={nothing}
          onViews={nothing}
          onRecent={nothing}
          onPalette={nothing}
        />
      </main>
      <Toasts />
    </div>
  );
}

const be = (name: string) => {
  document.cookie = `rep=${encodeURIComponent(JSON.stringify({ name, email: null }))}; Path=/`;
};

async function openRail(views: Partial<View>[] = []) {
  await openWorkspace({
    tasks: [
      { title: 'One', type: 'phone', dueInHours: -3 },
      { title: 'Two', type: 'email', dueInHours: 300 },
    ],
  });
  be('Ada Rep');
  for (const view of views) await add(view);
  await mount(<Screen />);
}

async function add(view: Partial<View>) {
  const body = JSON.stringify({ id: crypto.randomUUID(), filter: 'channel=email', ...view });
  await fetch('/api/views', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
}

const link = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const item = (name: string) => page.getByRole('menuitem', { name });
const own = () =>
  [...document.querySelectorAll('[aria-label="Your views"] a [dir=auto]')].map((one) => one.textContent);

test('the views are there with their counts, and My day is what is mine and due', async () => {
  await openRail([{ name: 'Letters' }]);
  await expect.element(link('All open')).toHaveTextContent('All open2');
  await expect.element(link('My day')).toHaveTextContent('My day1');
  await expect.element(link('Overdue')).toHaveTextContent('Overdue1');
  await expect.element(link('Letters')).toHaveTextContent('Letters1');
  await link('My day').click();
  expect(location.search).toBe('?assignee=me&due=..today');
  await expect.element(link('My day')).toHaveAttribute('aria-current', 'page');
});

test('a filter is saved under a name, opened again, changed and kept', async () => {
  await openRail();
  await link('Calls').click();
  await expect.element(page.getByRole('heading', { name: 'Calls' })).toBeVisible();
  await expect.element(button('Save view')).not.toBeInTheDocument();
  await button(/Filter by due/).click();
  await page.getByRole('menuitemcheckbox', { name: 'Overdue' }).click();
  await button('Save view').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Give the view a name.');
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Late calls');
  await userEvent.keyboard('{Enter}');
  await expect.element(link('Late calls')).toHaveAttribute('aria-current', 'page');
  await expect.element(page.getByRole('heading', { name: 'Late calls' })).toBeVisible();

  await link('All open').click();
  await link('Late calls').click();
  expect(location.search).toMatch(/^\?channel=call&due=overdue&view=/);
  await button(/Filter by priority/).click();
  await page.getByRole('menuitemcheckbox', { name: 'High' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('heading', { name: 'Late calls · changed' })).toBeVisible();
  await button('Save view').click();
  await item('Save the change in “Late calls”').click();
  await expect.element(page.getByRole('heading', { name: 'Late calls', exact: true })).toBeVisible();
});

test('a name that is taken is told at its field, and what was typed stays', async () => {
  await openRail([{ name: 'Letters' }]);
  await link('Calls').click();
  await button(/Filter by due/).click();
  await page.getByRole('menuitemcheckbox', { name: 'Overdue' }).click();
  await button('Save view').click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'letters');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('You have a view of this name.');
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('letters');
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Save view')).toHaveFocus();
});

test('a view moves by its menu, and is there for the next page', async () => {
  await openRail([{ name: 'Ay' }, { name: 'Bee' }, { name: 'Cee' }]);
  await expect.poll(own).toEqual(['Ay', 'Bee', 'Cee']);
  await button('Actions for the view Cee').click();
  await item('Move up').click();
  await expect.poll(own).toEqual(['Ay', 'Cee', 'Bee']);
  await expect.element(button('Actions for the view Cee')).toHaveFocus();
  await expect
    .poll(async () =>
      ((await (await fetch('/api/views')).json()) as { items: View[] }).items.map(({ name }) => name),
    )
    .toEqual(['Ay', 'Cee', 'Bee']);
});

test('a view is renamed, shared, and deleted with a way back', async () => {
  await openRail([{ name: 'Ay' }, { name: 'Bee' }]);
  await button('Actions for the view Ay').click();
  await item('Rename…').click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Alpha');
  await userEvent.keyboard('{Enter}');
  await expect.element(link('Alpha')).toBeVisible();
  await expect.element(button('Actions for the view Alpha')).toHaveFocus();
  await button('Actions for the view Alpha').click();
  await item('Share with the team').click();
  await button('Actions for the view Alpha').click();
  await expect.element(item('Make it private')).toBeVisible();
  await item('Delete').click();
  await expect.poll(own).toEqual(['Bee']);
  await expect.element(link('Bee')).toHaveFocus();
  await button('Undo').click();
  await expect.poll(own).toEqual(['Alpha', 'Bee']);
});

test('a colleague’s view is copied on change and stays theirs', async () => {
  await openWorkspace({ tasks: [] });
  be('Ben Rep');
  await add({ name: 'Letters', shared: true });
  be('Ada Rep');
  await mount(<Screen />);
  await link('Letters · Ben Rep').click();
  await button(/Filter by due/).click();
  await page.getByRole('menuitemcheckbox', { name: 'Overdue' }).click();
  await button('Save view').click();
  await item('Save as your own copy').click();
  await expect.element(page.getByText('Saved as your own copy.')).toBeVisible();
  await expect.poll(own).toEqual(['Letters']);
  const { items } = (await (await fetch('/api/views')).json()) as { items: View[] };
  expect(items.map(({ owner, filter }) => [owner, filter])).toEqual([
    ['Ada Rep', 'channel=email&due=overdue'],
    ['Ben Rep', 'channel=email'],
  ]);
});

test('a view that a colleague shares appears by itself', async () => {
  await openRail();
  await expect.element(link('All open')).toHaveTextContent('All open2');
  be('Ben Rep');
  await add({ name: 'Theirs', shared: true });
  be('Ada Rep');
  // The page may have asked while it was still Ben's, so that one more change has to tell it.
  await add({ name: 'Mine', shared: false });
  await expect.element(link('Mine')).toBeVisible();
  await expect.element(link('Theirs · Ben Rep')).toBeVisible();
});

test('on a low screen the views of every board stay in sight, and what stands under them scrolls', async () => {
  await openWorkspace({ tasks: [] });
  await mount(
    <div className="flex h-96">
      <Rail filter={{}} onFilter={nothing} folded={false} onFold={nothing} foot={<div className="h-150" />} />
    </div>,
  );
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect.element(views.getByRole('link', { name: 'LinkedIn' })).toBeVisible();
  const end = views.element().getBoundingClientRect().bottom;
  const last = views.getByRole('link', { name: 'LinkedIn' }).element().getBoundingClientRect();
  expect(last.bottom).toBeLessThanOrEqual(end);
  expect(document.documentElement.scrollHeight).toBe(document.documentElement.clientHeight);
});
