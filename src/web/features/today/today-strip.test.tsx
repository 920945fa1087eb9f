import { QueryClientProvider } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { openWorkspaceWith } from '#testing/open-workspace';

import { createQueryClient } from '../../tasks/query-client';
import { TodayStrip } from './today-strip';

const nothing = () => {};
const today = page.getByRole('button', { name: /^Today/ });
const rescue = page.getByRole('button', { name: /overdue/ });

test('under a filter that the day does not follow the strip says what is of the day and what of the view', async () => {
  await openWorkspaceWith(1);
  const client = createQueryClient();
  const strip = (filter: object) => (
    <QueryClientProvider client={client}>
      <TodayStrip filter={filter} onOpen={nothing} overdue={1} onSpread={nothing} />
    </QueryClientProvider>
  );
  const screen = await render(strip({ assignee: ['me'], due: '..today' }));
  await expect.element(rescue).toHaveAccessibleName('1 overdue Spread them');
  await expect.element(today).toHaveAccessibleName(/^Today (\d|nothing)/);

  await screen.rerender(strip({ assignee: ['me'], priority: ['high'] }));
  await expect.element(rescue).toHaveAccessibleName('1 overdue in this view Spread them');
  await expect.element(today).toHaveAccessibleName(/^Today overall (\d|nothing)/);
});
