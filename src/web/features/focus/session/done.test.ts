import { expect, test } from 'vitest';

import type { CommandKind } from '#contract/command';
import { sampleTask } from '#testing/sample-task';

import type { UndoStep } from '../../../tasks/ledger/ledger';
import { doneWith, idsOf } from './done';

const step = (at: number, kind: CommandKind, ...ids: string[]): UndoStep => ({
  commandId: `step ${at}`,
  kind,
  tasks: ids.map((id) => sampleTask({ id })),
  at,
  until: null,
  heldFrom: at,
  snoozedTo: null,
});

test('each task counts once, by what was done with it last', () => {
  const done = doneWith({ z: 'ignore' }, [step(3, 'complete', 'a'), step(2, 'snooze', 'a', 'b')], 0);
  expect(done).toEqual({ z: 'ignore', a: 'complete', b: 'snooze' });
  expect(idsOf(done, 'snooze')).toEqual(['b']);
});

test('what was done before the queue was begun does not count, nor what was brought back', () => {
  expect(
    doneWith({}, [step(9, 'reopen', 'b'), step(8, 'complete', 'b'), step(2, 'complete', 'a')], 5),
  ).toEqual({});
});

test('a change of a task does not make it done', () => {
  expect(doneWith({}, [step(1, 'edit', 'a')], 0)).toEqual({});
});
