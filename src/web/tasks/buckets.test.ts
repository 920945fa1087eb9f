import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { buckets } from './buckets';

test('pending tasks fall into the parts of the column, in its order, empty parts left out', () => {
  const now = Date.parse('2026-03-10T09:00:00.000Z');
  const tasks = [
    sampleTask({ id: 'passed', due: { kind: 'instant', at: '2026-03-10T08:59:59.000Z' } }),
    sampleTask({ id: 'later today', due: { kind: 'date', date: '2026-03-10' } }),
    sampleTask({ id: 'tomorrow', due: { kind: 'instant', at: '2026-03-10T23:30:00.000Z' } }),
    sampleTask({ id: 'no date' }),
  ];

  expect(buckets(tasks, now, 'Europe/Berlin').map(({ bucket, tasks: [task] }) => [bucket, task?.id])).toEqual(
    [
      ['overdue', 'passed'],
      ['today', 'later today'],
      ['tomorrow', 'tomorrow'],
      ['none', 'no date'],
    ],
  );
});
