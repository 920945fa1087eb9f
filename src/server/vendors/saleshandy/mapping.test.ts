import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import type { TaskDraft } from '#contract/new-task';
import { priorities, vendorRules } from '#contract/vendors';

import { VendorError } from '../port';
import { toCallOutcome, toCreateBody, toCreatedTask, toEdit, toVendorTask } from './mapping';
import type { CreateBody } from './mapping';
import { toProspectMatch, toRecord } from './record-mapping';
import { wireTask } from './wire';

const rules = vendorRules.saleshandy;
const row = (more: Record<string, unknown> = {}) => toVendorTask(wireTask.parse({ taskId: 't1', ...more }));

const dates = fc
  .date({ min: new Date('1900-01-01T00:00Z'), max: new Date('9998-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dues = dates.map((date) => ({ kind: 'date' as const, date }));
const drafts: fc.Arbitrary<TaskDraft> = fc.record({
  vendor: fc.constant('saleshandy' as const),
  type: fc.constantFrom(...rules.types.map((type) => type.value)),
  title: fc.constant(''),
  text: fc.string(),
  priority: fc.constantFrom(...priorities),
  due: dues,
  assigneeId: fc.constant(null),
  parents: fc.constant([{ kind: 'prospect' as const, id: 'p1', name: 'Anna Weber' }]),
  media: fc.constant([]),
  progress: fc.constant(false),
  createdDate: fc.constant(null),
});

/** The task as a list would show it after such a create, numbers as they come. */
function listedAfter({ prospectIds, ...body }: CreateBody): unknown {
  const { taskType, priority = null, taskNote = null, dueDate } = body;
  return {
    taskId: 't1',
    taskType,
    taskNote,
    priority,
    dueDate,
    status: 'upcoming',
    prospect: { id: prospectIds[0] },
  };
}

const refusedAt = (path: string) =>
  expect.objectContaining({
    kind: 'refused',
    effect: 'none',
    fields: [expect.objectContaining({ path }) as unknown],
  }) as unknown;

describe('a task on its way to Saleshandy and back', () => {
  it('keeps every field of a new task', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const body = toCreateBody(draft);
        for (const back of [toCreatedTask('t1', body), toVendorTask(wireTask.parse(listedAfter(body)))]) {
          const { type, text, priority, due } = draft;
          expect(back).toMatchObject({ vendorTaskId: 't1', vendorType: type, text, priority, due });
          expect(back).toMatchObject({ parents: [{ kind: 'prospect', id: 'p1' }], status: 'pending' });
        }
      }),
    );
  });

  it('keeps a new note and a new date, and sends no other', () => {
    const changes = fc.record({ text: fc.string(), due: dues }, { requiredKeys: [] });
    fc.assert(
      fc.property(changes, (change) => {
        const { note, snoozeUntil } = toEdit(change);
        expect(note).toBe(change.text);
        const before = { kind: 'date', date: '2020-01-01' };
        expect(row({ dueDate: before.date, snoozedUntil: snoozeUntil }).due).toEqual(change.due ?? before);
      }),
    );
  });

  it('leaves out what the rep left out', () => {
    const [draft] = fc.sample(drafts, 1);
    const body = toCreateBody({ ...draft!, priority: 'none', due: null, text: '', type: '9' });
    expect(body).toEqual({ prospectIds: ['p1'], taskType: '9' });
  });
});

describe('a due date', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['Pacific/Kiritimati', 'Asia/Kolkata', 'UTC', 'America/Los_Angeles', 'Pacific/Pago_Pago'])(
    'stays on its day where the clock is that of %s',
    (name) => {
      process.env.TZ = name;
      const offset = new Date('2026-01-01T00:00:00Z').getTimezoneOffset();
      expect(offset === 0).toBe(name === 'UTC');
      fc.assert(
        fc.property(drafts, dates, (draft, date) => {
          const due = { kind: 'date' as const, date };
          const body = toCreateBody({ ...draft, due });
          expect(body.dueDate).toBe(date);
          const { snoozeUntil } = toEdit({ due });
          for (const told of [
            { dueDate: date },
            { dueDate: `${date}T00:00:00.000Z` },
            { dueDate: `${date}T00:00:00+05:30` },
            { dueDate: '2020-01-01', snoozedUntil: snoozeUntil },
            { dueDate: '2020-01-01', snoozedUntil: date },
          ])
            expect(row(told).due).toEqual(due);
        }),
      );
    },
  );

  it.each([undefined, null, ''])('that is %j is unknown', (dueDate) => {
    expect(row({ dueDate }).due).toBeNull();
  });

  it.each(['soon', '2026-02-31', 12])('that is %j makes the row unreadable', (dueDate) => {
    expect(wireTask.safeParse({ taskId: 't1', dueDate }).success).toBe(false);
  });
});

describe('a task from Saleshandy', () => {
  it.each([
    ['1', 'urgent'],
    ['2', 'high'],
    ['3', 'medium'],
    ['4', 'low'],
    [1, 'urgent'],
    [4, 'low'],
    [0, 'none'],
    ['5', 'none'],
    ['', 'none'],
    [null, 'none'],
    [undefined, 'none'],
  ])('with priority %j shows %s', (priority, expected) => {
    expect(row({ priority }).priority).toBe(expected);
  });

  it('has one of 14 types', () => {
    expect(rules.types).toHaveLength(14);
  });

  it.each(rules.types)('of type $value ($label) goes to the channel $channel', ({ value, channel }) => {
    expect(row({ taskType: value })).toMatchObject({ vendorType: value, channel });
    expect(row({ taskType: Number(value) })).toMatchObject({ vendorType: value, channel });
  });

  it.each([
    ['linkedin', 'linkedin'],
    ['call', 'call'],
    ['whatsapp', 'whatsapp'],
    ['custom', 'manual'],
    ['19', 'manual'],
  ])('of the type “%s”, which no form offers, goes to the channel %s', (taskType, channel) => {
    expect(row({ taskType })).toMatchObject({ vendorType: taskType, channel });
  });

  it.each([
    ['upcoming', 'pending'],
    ['dueToday', 'pending'],
    ['overdue', 'pending'],
    ['snoozed', 'pending'],
    ['completed', 'completed'],
    ['Completed', 'completed'],
    ['skipped', 'ignored'],
    ['somethingNew', 'pending'],
    [undefined, 'pending'],
  ])('with status %s is %s', (status, expected) => {
    expect(row({ status }).status).toBe(expected);
  });

  it('tells when it was closed, in the field of its status', () => {
    const times = { completedAt: '2026-03-01T10:00:00+01:00', skippedAt: '2026-03-02T10:00:00Z' };
    expect(row({ ...times, status: 'completed' }).closedAt).toBe('2026-03-01T09:00:00.000Z');
    expect(row({ ...times, status: 'skipped' }).closedAt).toBe('2026-03-02T10:00:00.000Z');
    expect(row({ ...times, status: 'dueToday' }).closedAt).toBeNull();
    expect(row({ status: 'completed', completedAt: 'a while ago' }).closedAt).toBeNull();
  });

  it('is read from the documented answer to a snooze, which tells little', () => {
    const answer = {
      taskId: '7PWYDWW7zo',
      status: 'snoozed',
      snoozedUntil: '2026-04-25T09:00:00.000Z',
      callOutcome: null,
    };
    expect(row(answer)).toEqual({
      vendorTaskId: '7PWYDWW7zo',
      status: 'pending',
      vendorType: '',
      channel: 'manual',
      title: '',
      text: '',
      priority: 'none',
      due: { kind: 'date', date: '2026-04-25' },
      assigneeId: null,
      campaignId: null,
      parents: [],
      media: null,
      outbound: false,
      progress: false,
      closedAt: null,
    });
  });

  it('is read under `id` too, with its prospect, sequence and assignee', () => {
    const told = { id: 'x', prospectId: 'p1', sequence: { id: 's1', name: 'A' }, assignee: { id: 'u1' } };
    expect(row({ taskId: undefined, ...told })).toMatchObject({
      vendorTaskId: 'x',
      parents: [{ kind: 'prospect', id: 'p1' }],
      campaignId: 's1',
      assigneeId: 'u1',
    });
  });
});

describe('a prospect', () => {
  it('without a name is shown by email, else by id', () => {
    expect(toRecord({ id: 'p1', email: 'a@b.example' }).name).toBe('a@b.example');
    expect(toRecord({ id: 'p1', firstName: '', lastName: null })).toMatchObject({
      name: 'p1',
      person: { name: null },
    });
  });

  it('of the search bears its name among the attributes', () => {
    const attributes = [
      { key: 'First Name', value: 'Anna' },
      { key: 'Last Name', value: 'Weber' },
      { key: 'Company', value: 'Weber Ltd' },
      { key: 'Seats', value: 12 },
    ];
    expect(toProspectMatch({ id: 'p1', email: 'anna@weber.example', attributes })).toEqual({
      kind: 'prospect',
      id: 'p1',
      name: 'Anna Weber',
      detail: 'Weber Ltd · anna@weber.example',
    });
  });
});

describe('a task to Saleshandy', () => {
  it.each([
    ['due', { due: null }],
    ['due', { due: { kind: 'instant' as const, at: '2026-03-10T09:00:00.000Z' } }],
    ['title', { title: 'Call' }],
    ['priority', { text: 'A note', priority: 'high' as const }],
    ['assigneeId', { assigneeId: 'u1' }],
    ['type', { type: '9' }],
    ['progress', { progress: false }],
    ['media', { media: [] }],
  ])('is refused at %s for what Saleshandy cannot change', (path, changes) => {
    expect(() => toEdit(changes)).toThrow(VendorError);
    expect(() => toEdit(changes)).toThrow(refusedAt(path));
  });

  it('is refused without a prospect, with two, and with a time of day', () => {
    const [draft] = fc.sample(drafts, 1);
    const [anna] = draft!.parents;
    expect(() => toCreateBody({ ...draft!, parents: [] })).toThrow(refusedAt('parents'));
    expect(() => toCreateBody({ ...draft!, parents: [anna!, anna!] })).toThrow(refusedAt('parents'));
    const due = { kind: 'instant' as const, at: '2026-03-10T09:00:00.000Z' };
    expect(() => toCreateBody({ ...draft!, due })).toThrow(refusedAt('due'));
  });

  it.each(rules.callOutcomes)('that is a call can end in “%s”', (outcome) => {
    expect(toCallOutcome(outcome)).toBe(outcome);
  });

  it('can end in no other way, and in none where it is no call', () => {
    expect(toCallOutcome(null)).toBeNull();
    expect(() => toCallOutcome('no-answer')).toThrow(refusedAt('outcome'));
  });
});
