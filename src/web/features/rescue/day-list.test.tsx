import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { sampleTask } from '#testing/sample-task';

import { DayList } from './day-list';

test('how many more a day gets is in sight, however long the names before it are', async () => {
  const title = 'A title that is far too long for the little room that a day has';
  const tasks = Array.from({ length: 5 }, (_, index) => sampleTask({ id: `task-${index}`, title }));
  await render(
    <div className="w-80 overflow-hidden" data-testid="room">
      <DayList days={[{ date: '2026-03-10', tasks }]} />
    </div>,
  );
  const more = page.getByText('and 2 more', { exact: true }).element().getBoundingClientRect();
  const room = page.getByTestId('room').element().getBoundingClientRect();
  expect(more.right).toBeLessThanOrEqual(room.right);
  expect(more.height).toBeLessThan(32);
});
