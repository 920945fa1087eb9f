import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { openWorkspaceWith } from '#testing/open-workspace';

import { createQueryClient } from '../../../tasks/query-client';
import { useLiveChanges } from '../../../tasks/use-live-changes';
import { Board } from '../board';

const nothing = () => {};
const pageKeys = {
  create: nothing,
  quick: nothing,
  focus: nothing,
  search: nothing,
  help: nothing,
  recent: nothing,
};
const everything = {};

function Screen() {
  const [filter, setFilter] = useState(everything);
  useLiveChanges(filter);
  return (
    <div className="flex h-[700px] w-[390px]">
      <Board
        filter={filter}
        onFilter={setFilter}
        density="comfortable"
        openTask={null}
        onOpen={nothing}
        onCopy={nothing}
        pageKeys={pageKeys}
        bulkBar={() => null}
      />
    </div>
  );
}

async function openPhone() {
  await openWorkspaceWith(4);
  await render(
    <QueryClientProvider client={createQueryClient()}>
      <Screen />
    </QueryClientProvider>,
  );
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
