import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { OpenCommand, Task, TaskStatus } from '#contract/task';
import { taskStatuses } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { overlayCounts } from './ledger/overlay-counts';
import type { Board } from './live/changes';
import { mergeChanges } from './live/changes';
import { comparePlaces, placeOf } from './live/order';
import type { DraftCommand, InFlight } from './pending';
import { drawTask, overlay } from './pending';

const at = Date.parse('2026-03-10T09:00:00.000Z');

function boardOf(rows: readonly Task[], end: Task | null = null): Board {
  const board: Board = {};
  for (const status of taskStatuses) {
    const tasks = rows
      .filter((row) => row.status === status)
      .toSorted((a, b) => comparePlaces(status, placeOf(a), placeOf(b)));
    const last = status === 'pending' && end ? placeOf(end) : null;
    board[status] = { tasks, cursor: last && 'more', end: last };
  }
  return board;
}

const drawnAt = (board: Board, inFlight: readonly InFlight[], id: string): TaskStatus[] => {
  const drawn = overlay(board, inFlight);
  return taskStatuses.filter((status) => drawn[status]?.some((task) => task.id === id));
};

const draft: fc.Arbitrary<DraftCommand> = fc.oneof(
  fc.constant<DraftCommand>({ kind: 'complete' }),
  fc.constant<DraftCommand>({ kind: 'complete', outcome: 'No Answer' }),
  fc.constant<DraftCommand>({ kind: 'ignore' }),
  fc.constant<DraftCommand>({ kind: 'reopen' }),
  fc
    .integer({ min: 10, max: 28 })
    .map<DraftCommand>((day) => ({ kind: 'snooze', until: { kind: 'date', date: `2026-03-${day}` } })),
  fc.string().map<DraftCommand>((title) => ({ kind: 'edit', changes: { title } })),
);

const rowList = fc
  .array(
    fc.record({
      status: fc.constantFrom(...taskStatuses),
      version: fc.integer({ min: 1, max: 9 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ status, version, day }, index) => {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      const closedAt = status === 'pending' ? null : `${date}T08:00:00.000Z`;
      return sampleTask({ id: `task-${index}`, version, status, due: { kind: 'date', date }, closedAt });
    }),
  );

function flight(
  rows: readonly Task[],
  { draft, on, undo }: { draft: DraftCommand; on: readonly number[]; undo: boolean },
  index: number,
): InFlight {
  const tasks = [...new Set(on)].flatMap((each) => rows[each] ?? []);
  return { commandId: `command-${index}`, draft, tasks, at: at + index, undo };
}

const scene = fc.record({
  rows: rowList,
  commands: fc.array(fc.record({ draft, on: fc.array(fc.nat(14), { maxLength: 3 }), undo: fc.boolean() }), {
    maxLength: 5,
  }),
});

test('whatever is in flight, each task of the board is drawn once, in order, in the column of its drawn status', () => {
  fc.assert(
    fc.property(scene, ({ rows, commands }) => {
      const inFlight = commands.map((command, index) => flight(rows, command, index));
      const drawn = overlay(boardOf(rows), inFlight);
      const ids = taskStatuses.flatMap((status) => drawn[status]?.map(({ id }) => id) ?? []);
      expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      for (const status of taskStatuses) {
        const column = drawn[status] ?? [];
        expect(column.every((task) => task.status === status)).toBe(true);
        expect(column).toEqual(column.toSorted((a, b) => comparePlaces(status, placeOf(a), placeOf(b))));
      }
    }),
  );
});

test('tasks that nothing in flight concerns keep their objects, and a column without any keeps its list', () => {
  fc.assert(
    fc.property(scene, ({ rows, commands }) => {
      const board = boardOf(rows);
      const inFlight = commands.map((command, index) => flight(rows, command, index));
      const concerned = new Set(inFlight.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
      const drawn = new Set(taskStatuses.flatMap((status) => overlay(board, inFlight)[status] ?? []));
      const untouched = rows.filter((row) => !concerned.has(row.id));
      expect(untouched.filter((row) => !drawn.has(row))).toEqual([]);
      const idle = taskStatuses.filter(() => concerned.size === 0);
      expect(idle.filter((status) => overlay(board, inFlight)[status] !== board[status]?.tasks)).toEqual([]);
    }),
  );
});

/** The server's row once it has taken the command, while it is held. */
function taken(row: Task, { commandId, draft }: InFlight): Task {
  const held: OpenCommand = {
    id: commandId,
    kind: draft.kind,
    state: 'held',
    holdUntil: new Date(at + 8000).toISOString(),
    createdAt: new Date(at).toISOString(),
    failure: null,
    payload: {},
  };
  const version = row.version + 1;
  const closed = draft.kind === 'complete' ? 'completed' : draft.kind === 'ignore' ? 'ignored' : null;
  const moved = closed ? { status: closed, closedAt: new Date(at + 40).toISOString() } : {};
  const snoozed = draft.kind === 'snooze' ? { due: draft.until } : {};
  const edited = draft.kind === 'edit' ? { title: draft.changes.title ?? row.title } : {};
  return { ...row, ...moved, ...snoozed, ...edited, version, commands: [...row.commands, held] } as Task;
}

test('from the drop on a moved card is never drawn at its old place, in whatever order answer and events come in', () => {
  const orders = [
    ['answer', 'end', 'event'],
    ['event', 'answer', 'end'],
    ['answer', 'event', 'end'],
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...orders),
      fc.constantFrom('complete' as const, 'ignore' as const),
      (order, kind) => {
        const row = sampleTask({ id: 'moved' });
        const command: InFlight = {
          commandId: 'c',
          draft: { kind },
          tasks: [row],
          at,
          undo: false,
        };
        const target = kind === 'complete' ? 'completed' : 'ignored';
        let board = boardOf([row, sampleTask({ id: 'other' })]);
        let inFlight = [command];
        const seen = [drawnAt(board, inFlight, 'moved')];
        for (const happens of order) {
          if (happens === 'answer')
            board = mergeChanges(board, { items: [taken(row, command)], removed: [], unknown: 'ignore' });
          if (happens === 'event')
            board = mergeChanges(board, { items: [taken(row, command)], removed: [], unknown: 'insert' });
          if (happens === 'end') inFlight = [];
          seen.push(drawnAt(board, inFlight, 'moved'));
        }
        expect(seen).toEqual(seen.map(() => [target]));
      },
    ),
  );
});

test('an undone card is back at its place at once and stays there', () => {
  const row = sampleTask({ id: 'moved', due: { kind: 'date', date: '2026-03-10' } });
  const command: InFlight = { commandId: 'c', draft: { kind: 'complete' }, tasks: [row], at, undo: false };
  const held = taken(row, command);
  const undo = { ...command, at: at + 500, undo: true };

  expect(drawnAt(boardOf([held]), [], 'moved')).toEqual(['completed']);
  expect(drawnAt(boardOf([held]), [undo], 'moved')).toEqual(['pending']);
  expect(drawTask(held, [{ ...undo, waitsFor: 'line' }])).toMatchObject({ waitsFor: 'line', undoing: true });
  // The answer that the server holds the command was lost on its way.
  expect(drawTask(row, [{ ...undo, waitsFor: 'line' }])).toMatchObject({ waitsFor: 'line', undoing: true });
  expect(drawnAt(boardOf([row]), [command, undo], 'moved')).toEqual(['pending']);
  const back = { ...row, version: held.version + 1 };
  expect(drawTask(back, [undo])).toBe(back);
});

test('undo of an edit gives back the edited fields and leaves what else has changed', () => {
  const row = sampleTask({ id: 'a', title: 'Old', text: 'Old text' });
  const command: InFlight = {
    commandId: 'c',
    draft: { kind: 'edit', changes: { title: 'New' } },
    tasks: [row],
    at,
    undo: true,
  };
  const held = { ...taken(row, command), text: 'Changed at lemlist' };

  expect(drawTask(held, [command])).toMatchObject({ title: 'Old', text: 'Changed at lemlist', commands: [] });
});

const onlyOn = (row: Task, draft: DraftCommand, undo = false): InFlight => ({
  commandId: 'c',
  draft,
  tasks: [row],
  at,
  undo,
});

test('a reopened card is pending at once, and closed as before when that is undone', () => {
  const row = sampleTask({
    id: 'a',
    vendor: 'leadlex',
    status: 'ignored',
    boardOnly: true,
    closedAt: '2026-03-09T08:00:00.000Z',
  });
  const reopen = onlyOn(row, { kind: 'reopen' });

  const back = drawTask(row, [reopen]);
  expect(back).toMatchObject({ status: 'pending', closedAt: null, boardOnly: false });
  const { status, closedAt, boardOnly } = row;
  expect(drawTask(back, [{ ...reopen, undo: true }])).toMatchObject({ status, closedAt, boardOnly });
});

test('ignoring is kept on the board alone where the vendor knows no such status', () => {
  const there = sampleTask({ id: 'a', vendor: 'leadlex' });
  const ignore = onlyOn(there, { kind: 'ignore' });

  expect(drawTask(there, [ignore])).toMatchObject({ status: 'ignored', boardOnly: true });
  expect(drawTask(sampleTask({ id: 'a' }), [ignore])).toMatchObject({ boardOnly: false });
});

test('another type brings its channel with it, and undo brings both back', () => {
  const row = sampleTask({ id: 'a', vendor: 'leadlex', vendorType: 'call', channel: 'call' });
  const edit = onlyOn(row, { kind: 'edit', changes: { type: 'Email', progress: true } });

  const changed = drawTask(row, [edit]);
  expect(changed).toMatchObject({ vendorType: 'Email', channel: 'email', progress: true });
  expect(drawTask(changed, [{ ...edit, undo: true }])).toMatchObject({
    vendorType: 'call',
    channel: 'call',
    progress: false,
  });
});

test('a command that the vendor refused is not drawn again while its answer is late', () => {
  const row = sampleTask({ id: 'a' });
  const command: InFlight = { commandId: 'c', draft: { kind: 'complete' }, tasks: [row], at, undo: false };
  const refused = {
    ...row,
    version: 3,
    commands: taken(row, command).commands.map((each) => ({ ...each, state: 'failed' as const })),
  };

  expect(drawnAt(boardOf([refused]), [command], 'a')).toEqual(['pending']);
});

test('a task snoozed below the loaded part leaves the column until that part is read', () => {
  const last = sampleTask({ id: 'last', due: { kind: 'date', date: '2026-03-12' } });
  const row = sampleTask({ id: 'a', due: { kind: 'date', date: '2026-03-10' } });
  const snooze = (date: string): InFlight => ({
    commandId: 'c',
    draft: { kind: 'snooze', until: { kind: 'date', date } },
    tasks: [row],
    at,
    undo: false,
  });

  expect(drawnAt(boardOf([row, last], last), [snooze('2026-03-11')], 'a')).toEqual(['pending']);
  expect(drawnAt(boardOf([row, last], last), [snooze('2026-03-13')], 'a')).toEqual([]);
  expect(drawnAt(boardOf([row, last]), [snooze('2026-03-13')], 'a')).toEqual(['pending']);
});

test('a task that the filter does not show comes into no column', () => {
  const elsewhere = sampleTask({ id: 'elsewhere' });

  expect(
    drawnAt(
      boardOf([]),
      [{ commandId: 'c', draft: { kind: 'complete' }, tasks: [elsewhere], at, undo: false }],
      'elsewhere',
    ),
  ).toEqual([]);
});

test('totals count a card where it is drawn', () => {
  const row = sampleTask({ id: 'a', due: { kind: 'date', date: '2026-03-10' } });
  const counts = {
    pending: 5,
    completed: 2,
    ignored: 0,
    buckets: { overdue: 1, today: 3, tomorrow: 0, week: 1, later: 0, none: 0 },
  };
  const complete: InFlight = { commandId: 'c', draft: { kind: 'complete' }, tasks: [row], at, undo: false };
  const snooze: InFlight = {
    ...complete,
    draft: { kind: 'snooze', until: { kind: 'date', date: '2026-03-11' } },
  };

  expect(overlayCounts(counts, boardOf([row]), [complete], 'UTC')).toEqual({
    pending: 4,
    completed: 3,
    ignored: 0,
    buckets: { ...counts.buckets, today: 2 },
  });
  expect(overlayCounts(counts, boardOf([row]), [snooze], 'UTC').buckets).toEqual({
    ...counts.buckets,
    today: 2,
    tomorrow: 1,
  });
  expect(overlayCounts(counts, boardOf([taken(row, complete)]), [complete], 'UTC')).toEqual(counts);
});
