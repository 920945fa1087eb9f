import { useRef, useState } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { TaskFilter } from '#contract/task-filter';
import type { WantedWorkspace } from '#testing/browser-server';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { TopBar } from './top-bar';

function Screen({ start, onFilter }: { start: TaskFilter; onFilter: (filter: TaskFilter) => void }) {
  const [filter, setFilter] = useState(start);
  const search = useRef<HTMLInputElement>(null);
  return (
    <main className="max-w-full sm:w-[1200px] sm:max-w-none">
      <TopBar
        filter={filter}
        onFilter={(next) => {
          onFilter(next);
          setFilter(next);
        }}
        search={search}
        density="comfortable"
        onDensity={() => {}}
        onCreate={() => {}}
        onQuick={() => {}}
        onFocus={() => {}}
        onViews={() => {}}
        onRecent={() => {}}
        onPalette={() => {}}
      />
    </main>
  );
}

async function openBar(start: TaskFilter = {}, tasks: WantedWorkspace['tasks'] = []) {
  await openWorkspace({ tasks });
  const filters: TaskFilter[] = [];
  await mount(<Screen start={start} onFilter={(filter) => filters.push(filter)} />);
  return filters;
}

test('the chips read as a sentence and their menus change it', async () => {
  const filters = await openBar();
  await page.getByRole('button', { name: 'Filter by channel: Any channel' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Calls' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'LinkedIn' }).click();
  await userEvent.keyboard('{Escape}');

  await expect
    .element(page.getByRole('button', { name: 'Filter by channel: Calls or LinkedIn' }))
    .toBeVisible();
  expect(filters.at(-1)).toEqual({ channel: ['call', 'linkedin'] });
});

test('the people of the connections can be chosen, and oneself', async () => {
  const filters = await openBar();
  await page.getByRole('button', { name: /Filter by assignee/ }).click();
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Ada Rep' })).toBeVisible();
  await page.getByRole('menuitemcheckbox', { name: 'Me' }).click();

  expect(filters.at(-1)).toEqual({ assignee: ['me'] });
});

test('what is typed becomes the filter once, and Escape takes it away', async () => {
  const filters = await openBar({ channel: ['call'] });
  const box = page.getByRole('searchbox', { name: 'Search tasks' });
  await userEvent.fill(box, 'anna');
  await expect.poll(() => filters).toEqual([{ channel: ['call'], q: 'anna' }]);

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => filters.at(-1)).toEqual({ channel: ['call'] });
  await expect.element(box).toHaveValue('');
});

test('opening the page with a search in the address asks for nothing new', async () => {
  const filters = await openBar({ q: 'anna' });
  await expect.element(page.getByRole('searchbox', { name: 'Search tasks' })).toHaveValue('anna');
  await page.getByRole('button', { name: 'Filter by due: Due any time' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'By today' }).click();

  await expect.poll(() => filters).toEqual([{ q: 'anna', due: '..today' }]);
});

test('a filter can be taken away as a whole, and one that no connected tool knows is not offered', async () => {
  const filters = await openBar({ channel: ['call'], closed: '7d' });
  await page.getByRole('button', { name: /Filter by priority/ }).click();
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'High' })).toBeVisible();
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Urgent' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  expect(filters.at(-1)).toEqual({ closed: '7d' });
  await expect.element(page.getByRole('button', { name: 'Clear filters' })).not.toBeInTheDocument();
});

test('however long the sentence of the filters is, the way out of them is in sight', async () => {
  await openBar({
    channel: ['call', 'linkedin'],
    due: '..today',
    priority: ['high', 'medium'],
    type: ['linkedinInvite'],
    name: '/a long pattern/',
    state: ['held', 'failed', 'checking'],
  });
  const clear = page.getByRole('button', { name: 'Clear filters' });
  await expect.element(clear).toBeVisible();
  const { left, right, top } = clear.element().getBoundingClientRect();
  expect(right).toBeLessThanOrEqual(page.getByRole('main').element().getBoundingClientRect().right);
  expect(document.elementFromPoint(right - 2, top + 4)).toBe(clear.element());
  expect(document.elementFromPoint(left + 2, top + 4)).toBe(clear.element());
});

test('while choosing, each value says how many tasks it stands for', async () => {
  await openBar({}, [
    { title: 'One', type: 'phone' },
    { title: 'Two', type: 'phone' },
    { title: 'Three', type: 'email' },
  ]);
  await page.getByRole('button', { name: /Filter by channel/ }).click();
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Calls' })).toHaveTextContent('Calls2');
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Emails' })).toHaveTextContent('Emails1');
  await page.getByRole('menuitemcheckbox', { name: 'Calls' }).click();
  // The numbers are those without the field itself.
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Emails' })).toHaveTextContent('Emails1');
});

test('a further filter is asked for, chosen, and stays as a chip', async () => {
  const filters = await openBar({}, [{ title: 'One', type: 'linkedinInvite' }]);
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('menuitem', { name: 'Type of task' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'LinkedIn invitation' }).click();
  expect(filters.at(-1)).toEqual({ type: ['linkedinInvite'] });
  await userEvent.keyboard('{Escape}');
  await expect
    .element(page.getByRole('button', { name: 'Filter by type: LinkedIn invitation' }))
    .toHaveFocus();
});

test('a person is found by value or by pattern, and the chip reads it back', async () => {
  const filters = await openBar({ due: 'today' });
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('menuitem', { name: /Name, email/ }).click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Anna Weber');
  await userEvent.fill(page.getByRole('textbox', { name: 'Email' }), '/@weber/');
  await userEvent.keyboard('{Enter}');
  expect(filters.at(-1)).toEqual({ due: 'today', name: 'Anna Weber', email: '/@weber/' });

  const chip = page.getByRole('button', {
    name: 'Filter by contact: Named Anna Weber and Email like @weber',
  });
  await chip.click();
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Anna Weber');
  await userEvent.keyboard('{Escape}');
  await expect.element(chip).toHaveFocus();
});

test('two dates are a due range; one that ends before it begins is told at its field', async () => {
  const filters = await openBar();
  await page.getByRole('button', { name: /Filter by due/ }).click();
  await page.getByRole('menuitem', { name: 'Between two dates…' }).click();
  await userEvent.fill(page.getByRole('textbox', { name: 'From', exact: true }), '2026-03-10');
  await userEvent.fill(page.getByRole('textbox', { name: 'To', exact: true }), '2026-03-01');
  await page.getByRole('button', { name: 'Show tasks' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The range ends before it begins.');
  expect(filters).toEqual([]);
  await userEvent.fill(page.getByRole('textbox', { name: 'To', exact: true }), '2026-03-12');
  await page.getByRole('button', { name: 'Show tasks' }).click();
  expect(filters.at(-1)).toEqual({ due: '2026-03-10..2026-03-12' });
  await expect.element(page.getByRole('button', { name: /Filter by due: Due from/ })).toHaveFocus();
});

test('on a phone the view is named, two lines hold it all, and the filters show that there are more of them', async () => {
  await page.viewport(390, 844);
  onTestFinished(() => page.viewport(1280, 800));
  await openBar();
  const bar = page.getByRole('main').element().querySelector('header') ?? document.body;
  await expect.element(page.getByRole('heading', { name: 'All open' })).toBeVisible();
  await expect.poll(() => bar.clientHeight).toBeLessThanOrEqual(112);
  const filters = page.getByRole('group', { name: 'Filters' }).element();
  const isFaded = () => getComputedStyle(filters).maskImage.includes('gradient');
  await expect.poll(isFaded).toBe(true);
  const endOf = (element: Element) => Math.round(element.getBoundingClientRect().right);
  expect(endOf(filters)).toBeLessThanOrEqual(390);

  // While something is typed the search has the second line to itself.
  await page.getByRole('searchbox').click();
  await expect.element(page.getByRole('group', { name: 'Filters' })).not.toBeInTheDocument();
  expect(bar.clientHeight).toBeLessThanOrEqual(112);
});
