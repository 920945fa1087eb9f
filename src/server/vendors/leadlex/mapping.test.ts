import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { TaskChange } from '#contract/command';
import type { Due } from '#contract/dates';
import type { TaskDraft } from '#contract/new-task';
import { vendorRules } from '#contract/vendors';

import { VendorError } from '../port';
import { toCreateBody, toUpdateBody, toVendorTask, toWrittenTask } from './mapping';
import type { CreateBody, UpdateBody } from './mapping';
import { toInlineRecords, toMatch, toRecord } from './record-mapping';
import { wireTask, wireTaskAnswer } from './wire';
import type { WireRecord } from './wire';

const rules = vendorRules.leadlex;
const read = (row: unknown) => toVendorTask(wireTask.parse(row));
const row = (more: Record<string, unknown> = {}) => read({ id: 't1', title: 'File the brief', ...more });

const moments = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('9998-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
/** Around the clock changes of Europe and America, where a date turned into an instant and back slips. */
const changeDays = fc
  .tuple(
    fc.constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'),
    fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }),
  )
  .map(([day, ms]) => new Date(Date.parse(day) + ms));
const dues: fc.Arbitrary<Due> = fc
  .tuple(fc.oneof(moments, changeDays), fc.boolean())
  .filter(([moment]) => moment.getUTCFullYear() >= 1900)
  .map(([moment, dateOnly]) =>
    dateOnly
      ? { kind: 'date', date: moment.toISOString().slice(0, 10) }
      : { kind: 'instant', at: moment.toISOString() },
  );
const fields = {
  title: fc.string({ minLength: 1 }),
  text: fc.string(),
  priority: fc.constantFrom(...rules.priorities),
  due: fc.option(dues),
  type: fc.oneof(fc.constantFrom(...rules.types.map((type) => type.value)), fc.string({ minLength: 1 })),
  progress: fc.boolean(),
};
const drafts: fc.Arbitrary<TaskDraft> = fc.record({
  ...fields,
  vendor: fc.constant('leadlex' as const),
  assigneeId: fc.option(fc.uuid()),
  parents: fc.subarray(
    (['contact', 'company', 'deal', 'event'] as const).map((kind) => ({ kind, id: `${kind}-1`, name: kind })),
    { minLength: 1 },
  ),
  media: fc.constant([]),
  createdDate: fc.option(moments.map((moment) => moment.toISOString())),
});

/** LeadLex's answer to a body: another name for the assignee, and all fields of the page or only those it names. */
function answerTo(body: UpdateBody | CreateBody, only?: readonly string[]): unknown {
  const { assignee_id, ...others } = body;
  const all = { id: 't1', ...others, assigned_to_user_id: assignee_id };
  return Object.fromEntries(Object.entries(all).filter(([name]) => only?.includes(name) ?? true));
}

const namedByThePage =
  'id title status priority due_date assigned_to_user_id contact_id deal_id event_id created_date'.split(' ');

describe('a task on its way to LeadLex and back', () => {
  it.each([
    ['with all fields', undefined],
    ['with the fields that its page names', namedByThePage],
    ['with its id alone', ['id']],
  ])('keeps every field of a new task when it is answered %s', (_how, only) => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const body = toCreateBody(draft);
        const back = toWrittenTask(wireTask.parse(answerTo(body, only)), body);
        const { type, title, text, priority, due, assigneeId, progress, parents } = draft;
        expect(back).toMatchObject({ vendorType: type, title, text, priority, due, assigneeId, progress });
        expect(back.parents).toEqual(parents.map(({ kind, id }) => ({ kind, id })));
        expect(body.created_date ?? null).toBe(draft.createdDate);
      }),
    );
  });

  it('keeps every changed field and sends no other', () => {
    const changes = fc.record({ ...fields, assigneeId: fc.option(fc.uuid()) }, { requiredKeys: [] });
    const names = {
      title: 'title',
      text: 'description',
      priority: 'priority',
      due: 'due_date',
      assigneeId: 'assignee_id',
      type: 'task_type',
      progress: 'status',
    };
    fc.assert(
      fc.property(changes, (change) => {
        const body = toUpdateBody(change);
        const sent = Object.entries(names).flatMap(([ours, theirs]) => (ours in change ? [theirs] : []));
        expect(Object.keys(body).toSorted()).toEqual(sent.toSorted());
        const { type, ...plain } = change;
        expect(read(answerTo(body))).toMatchObject({ ...plain, ...(type && { vendorType: type }) });
      }),
    );
  });

  it('believes the answer where it differs from what was sent', () => {
    const body = toUpdateBody({ text: 'Mine', due: { kind: 'date', date: '2026-03-29' } });
    const wire = wireTask.parse({ id: 't1', description: null, due_date: '2026-03-30' });
    expect(toWrittenTask(wire, body)).toMatchObject({ text: '', due: { kind: 'date', date: '2026-03-30' } });
  });

  it('reads any ISO date and time as the same instant', () => {
    const offset = fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }));
    fc.assert(
      fc.property(fc.oneof(changeDays, moments), offset, (moment, [sign, hours]) => {
        const local = `${moment.toISOString().slice(0, -1)}${sign}${String(hours).padStart(2, '0')}:00`;
        const at = new Date(local);
        fc.pre(at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 9998);
        expect(row({ due_date: local }).due).toEqual({ kind: 'instant', at: at.toISOString() });
      }),
    );
  });
});

describe('a task to LeadLex', () => {
  const draft = fc.sample(drafts, 1)[0]!;

  it('is the example of the page Create Task', () => {
    const body = toCreateBody({
      ...draft,
      title: 'Follow up with Hans Müller',
      text: '',
      type: '',
      due: { kind: 'date', date: '2026-03-10' },
      priority: 'high',
      assigneeId: null,
      parents: [{ kind: 'contact', id: '789e0123-e45b-67c8-a901-234567890abc', name: 'Hans Müller' }],
      progress: false,
      createdDate: null,
    });
    expect(body).toEqual({
      title: 'Follow up with Hans Müller',
      due_date: '2026-03-10',
      priority: 'high',
      contact_id: '789e0123-e45b-67c8-a901-234567890abc',
      status: 'open',
    });
  });

  it('gives a person and a firm without an id by their names', () => {
    const parents = [
      { kind: 'contact' as const, id: '', name: 'Anna Weber' },
      { kind: 'company' as const, id: '', name: 'Weber Ltd' },
    ];
    const body = toCreateBody({ ...draft, parents });
    expect(body).toMatchObject({ contact_name: 'Anna Weber', company_name: 'Weber Ltd' });
    expect(body).not.toHaveProperty('contact_id');
    expect(toWrittenTask(wireTask.parse({ id: 't1', contact_id: 'c1' }), body).parents).toEqual([
      { kind: 'contact', id: 'c1' },
    ]);
  });

  it.each([
    ['priority', { priority: 'urgent' }],
    ['priority', { priority: 'none' }],
    ['title', { title: '' }],
    ['media', { media: [] }],
  ] as [string, TaskChange][])('is refused at %s for what LeadLex does not offer', (path, changes) => {
    const refusal = { kind: 'refused', effect: 'none', fields: [expect.objectContaining({ path })] };
    expect(() => toUpdateBody(changes)).toThrow(expect.objectContaining(refusal));
    expect(() => toUpdateBody(changes)).toThrow(VendorError);
  });

  it.each([
    { kind: 'lead' as const, id: 'l1', name: 'Anna' },
    { kind: 'deal' as const, id: '', name: 'Lease' },
  ])('is refused at its records for %j', (parent) => {
    expect(() => toCreateBody({ ...draft, parents: [parent] })).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'parents' })] }),
    );
  });
});

describe('a task from LeadLex', () => {
  it('is read with what its blocks tell of its records', () => {
    const wire = wireTask.parse({
      id: 't1',
      title: 'File the brief',
      description: 'By noon',
      status: 'in_progress',
      priority: 'low',
      task_type: 'Call',
      due_date: '2026-03-29',
      assigned_to_user_id: 'u1',
      contact_id: 'c1',
      company_id: 'f1',
      deal_id: 'd1',
      contact: {
        id: 'c1',
        full_name: 'Anna Weber',
        email: 'anna@weber.example',
        company: { name: 'Weber Ltd' },
      },
      company: { id: 'f1', name: 'Weber Ltd' },
      deal: { id: 'd1', title: 'Lease' },
      event: { id: 'evt_1', title: 'Hearing' },
    });
    expect(toVendorTask(wire)).toEqual({
      vendorTaskId: 't1',
      status: 'pending',
      vendorType: 'Call',
      channel: 'call',
      title: 'File the brief',
      text: 'By noon',
      priority: 'low',
      due: { kind: 'date', date: '2026-03-29' },
      assigneeId: 'u1',
      campaignId: null,
      parents: [
        { kind: 'contact', id: 'c1' },
        { kind: 'company', id: 'f1' },
        { kind: 'deal', id: 'd1' },
        { kind: 'event', id: 'evt_1' },
      ],
      media: null,
      outbound: false,
      progress: true,
      closedAt: null,
    });
    const records = toInlineRecords(wire);
    expect(records.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'contact Anna Weber',
      'company Weber Ltd',
      'deal Lease',
      'event Hearing',
    ]);
    expect(records[0]?.person).toMatchObject({ company: 'Weber Ltd', email: 'anna@weber.example' });
  });

  it('leaves a record to be looked up whose block is missing, strange or nameless', () => {
    for (const contact of [undefined, null, 'Anna', { id: 'c1' }, { id: 'c1', full_name: 7 }]) {
      const wire = wireTask.parse({ id: 't1', contact_id: 'c1', contact });
      expect(toInlineRecords(wire)).toEqual([]);
      expect(toVendorTask(wire).parents).toEqual([{ kind: 'contact', id: 'c1' }]);
    }
  });

  it.each([
    ['open', 'pending', false],
    ['in_progress', 'pending', true],
    ['completed', 'completed', false],
    [undefined, 'pending', false],
    ['something new', 'pending', false],
  ])('with status %s is %s, and begun: %s', (status, expected, progress) => {
    expect(row({ status })).toMatchObject({ status: expected, progress });
  });

  it('tells when it was completed only where LeadLex does', () => {
    const completed_at = '2026-03-29T01:00:00+00:00';
    expect(row({ status: 'completed', completed_at }).closedAt).toBe('2026-03-29T01:00:00.000Z');
    expect(row({ status: 'completed', completed_at: 'then' }).closedAt).toBeNull();
    expect(row({ status: 'open', completed_at }).closedAt).toBeNull();
  });

  it.each([
    ['low', 'low'],
    ['medium', 'medium'],
    ['high', 'high'],
    [undefined, 'none'],
    [null, 'none'],
    ['asap', 'none'],
  ])('with priority %j shows %s', (priority, expected) => {
    expect(row({ priority }).priority).toBe(expected);
  });

  it.each([...rules.types, { value: 'Site visit', channel: 'manual' }, { value: '', channel: 'manual' }])(
    'of type “$value” goes to the channel $channel',
    ({ value, channel }) => {
      expect(row({ task_type: value })).toMatchObject({ vendorType: value, channel });
    },
  );

  it.each(['soon', '2026-02-31', '2026-03-29T09:00:00', 12])(
    'with the due date %j is unreadable',
    (due_date) => {
      expect(wireTask.safeParse({ id: 't1', due_date }).success).toBe(false);
    },
  );

  it('is read flat and one level down', () => {
    expect(wireTaskAnswer.parse({ data: { id: 't1' } }).id).toBe('t1');
    expect(wireTaskAnswer.parse({ data: { task: { id: 't1' } } }).id).toBe('t1');
    expect(wireTaskAnswer.safeParse({ data: {} }).success).toBe(false);
  });
});

describe('a record of LeadLex', () => {
  const record = (more: Partial<WireRecord>): WireRecord => ({ id: 'r1', ...more });

  it.each([
    ['contact', record({ first_name: 'Anna', last_name: 'Weber' }), 'Anna Weber'],
    ['contact', record({ email: 'anna@weber.example' }), 'anna@weber.example'],
    ['company', record({ domain: 'weber.example' }), 'weber.example'],
    ['deal', record({ title: 'Lease' }), 'Lease'],
    ['event', record({}), 'r1'],
  ] as const)('(%s) goes by the best name it has', (kind, wire, name) => {
    expect(toRecord(kind, wire).name).toBe(name);
  });

  it('is told apart by what is typical of its kind', () => {
    const all = {
      company_name: 'Weber Ltd',
      email: 'anna@weber.example',
      domain: 'weber.example',
      stage: 'Offer',
    };
    const wire = record({ name: 'Weber', ...all, industry: 'Mills', starts_at: '2026-03-29T10:00:00Z' });
    const details = (['contact', 'company', 'deal', 'event'] as const).map(
      (kind) => toMatch(kind, wire).detail,
    );
    expect(details).toEqual([
      'Weber Ltd · anna@weber.example',
      'weber.example · Mills',
      'Weber Ltd · Offer',
      '2026-03-29',
    ]);
  });
});
