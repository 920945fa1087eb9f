import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { due as contractDue } from '#contract/dates';
import type { TaskDraft } from '#contract/new-task';
import type { Parent } from '#contract/parent';
import { vendorRules } from '#contract/vendors';

import { VendorError } from '../port';
import { classify, toCreateBody, toUpdateBody, toVendorTask, toWrittenTask } from './mapping';
import { wireTask } from './wire';
import type { WireTask } from './wire';

const rules = vendorRules.lemlist;
const read = (row: unknown) => toVendorTask(wireTask.parse(row));
const row = (more: Partial<Record<keyof WireTask, unknown>> = {}) =>
  read({ _id: 'opp_1', type: 'manual', ...more });

const contact: Parent = { kind: 'contact', id: 'ctc_1', name: 'Anna Weber' };
const instants = fc
  .date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('9998-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => ({ kind: 'instant' as const, at: date.toISOString() }));
const media = fc.array(
  fc.record({ kind: fc.constantFrom('image' as const, 'video' as const), url: fc.webUrl() }),
  {
    maxLength: 6,
  },
);
const fields = {
  title: fc.string(),
  text: fc.string(),
  priority: fc.constantFrom('none' as const, 'low' as const, 'medium' as const, 'high' as const),
  due: instants,
  assigneeId: fc.string({ minLength: 1 }),
};
const newTasks: fc.Arbitrary<TaskDraft> = fc.record({
  ...fields,
  vendor: fc.constant('lemlist' as const),
  type: fc.constantFrom('email' as const, 'phone' as const, 'linkedin' as const, 'manual' as const),
  parents: fc.constant([contact]),
  media,
  progress: fc.constant(false),
  createdDate: fc.constant(null),
});

/** lemlist's answer to a body, as the examples show it: other names, and the priority as a number. */
function answerTo(body: ReturnType<typeof toUpdateBody> & { type?: string; recordId?: string }): unknown {
  return {
    _id: 'opp_1',
    type: body.type ?? 'manual',
    title: body.title,
    content: body.message,
    ...(body.priority === '' || body.priority === undefined ? {} : { priority: Number(body.priority) }),
    dueDate: body.dueDate,
    userId: body.assignedTo,
    contactId: body.recordId,
    images: body.images,
    videos: body.videos,
  };
}

describe('a task on its way to lemlist and back', () => {
  it('keeps every field of a new task', () => {
    fc.assert(
      fc.property(newTasks, (task) => {
        const back = read(answerTo(toCreateBody(task)));
        const { type, title, text, priority, due, assigneeId } = task;
        expect(back).toMatchObject({ vendorType: type, title, text, priority, due, assigneeId });
        expect(back.parents).toEqual([{ kind: 'contact', id: 'ctc_1' }]);
        const sent = type === 'linkedin' && task.media.length > 0;
        const urls = (kind: string) => task.media.filter((item) => item.kind === kind);
        expect(back.media).toEqual(sent ? [...urls('image'), ...urls('video')] : null);
      }),
    );
  });

  it('keeps every changed field and sends no other', () => {
    const changes = fc.record({ ...fields, media }, { requiredKeys: [] });
    fc.assert(
      fc.property(changes, (change) => {
        const body = toUpdateBody(change);
        const names = {
          title: 'title',
          text: 'message',
          priority: 'priority',
          due: 'dueDate',
          assigneeId: 'assignedTo',
        };
        const expected = Object.entries(names).flatMap(([ours, theirs]) => (ours in change ? [theirs] : []));
        expect(Object.keys(body).toSorted()).toEqual(
          [...expected, ...('media' in change ? ['images', 'videos'] : [])].toSorted(),
        );
        const { media: _, ...plain } = change;
        expect(read(answerTo(body))).toMatchObject(plain);
      }),
    );
  });

  it('takes what an answer leaves out from what was sent', () => {
    fc.assert(
      fc.property(newTasks, (task) => {
        const { title, text, priority, due, assigneeId } = task;
        const bare = wireTask.parse({ _id: 'opp_1', type: task.type });
        expect(toWrittenTask(bare, toCreateBody(task))).toMatchObject({
          title,
          text,
          priority,
          due,
          assigneeId,
        });
      }),
    );
  });

  it('reads any ISO date and time as the same instant', () => {
    const offset = fc.tuple(
      fc.constantFrom('+', '-'),
      fc.integer({ min: 0, max: 13 }),
      fc.constantFrom('00', '30', '45'),
    );
    fc.assert(
      fc.property(instants, offset, ({ at }, [sign, hours, minutes]) => {
        const local = `${at.slice(0, -1)}${sign}${String(hours).padStart(2, '0')}:${minutes}`;
        const expected = new Date(local).getTime();
        fc.pre(new Date(expected).getUTCFullYear() <= 9998 && !local.startsWith('9999'));
        const { due } = row({ dueDate: local });
        expect(due?.kind === 'instant' ? Date.parse(due.at) : null).toBe(expected);
      }),
    );
  });
});

describe('a task from lemlist', () => {
  it('is read from the example of the page Get Many Tasks', () => {
    const task = read({
      _id: 'opp_ouYzdLYGs4RcrHTfm',
      type: 'manual',
      title: 'Keep an eye on him',
      priority: 1,
      leadId: 'lea_mizMsAEkRrJuhouYe',
      campaignId: 'cam_9NsHPnykWESTncCW8',
      contactId: 'ctc_Rofmb6uNGyaPNZ2ni',
      dueDate: '2025-11-10T09:58:57.169Z',
      userId: 'usr_gmHgNGRcGPSTJrDbT',
      content: 'does he have bandwidth',
    });
    expect(task).toEqual({
      vendorTaskId: 'opp_ouYzdLYGs4RcrHTfm',
      status: 'pending',
      vendorType: 'manual',
      channel: 'manual',
      title: 'Keep an eye on him',
      text: 'does he have bandwidth',
      priority: 'medium',
      due: { kind: 'instant', at: '2025-11-10T09:58:57.169Z' },
      assigneeId: 'usr_gmHgNGRcGPSTJrDbT',
      campaignId: 'cam_9NsHPnykWESTncCW8',
      parents: [
        { kind: 'contact', id: 'ctc_Rofmb6uNGyaPNZ2ni' },
        { kind: 'lead', id: 'lea_mizMsAEkRrJuhouYe' },
      ],
      media: null,
      outbound: true,
      progress: false,
      closedAt: null,
    });
  });

  it.each([
    [0, 'low'],
    ['0', 'low'],
    [1, 'medium'],
    ['2', 'high'],
    ['', 'none'],
    [null, 'none'],
    [undefined, 'none'],
    [7, 'none'],
    [-0, 'low'],
  ])('with priority %j shows %s', (priority, expected) => {
    expect(row({ priority }).priority).toBe(expected);
  });

  it.each(rules.types)('of type $value goes to the channel $channel', ({ value, channel }) => {
    expect(row({ type: value })).toMatchObject({ vendorType: value, channel });
  });

  it('of an unknown type is a manual task under its own word', () => {
    expect(row({ type: 'smsSend' })).toMatchObject({ vendorType: 'smsSend', channel: 'manual' });
  });

  it.each([
    ['completed', 'completed'],
    ['ignored', 'ignored'],
    ['pending', 'pending'],
    [undefined, 'pending'],
    ['somethingNew', 'pending'],
  ])('with status %s is %s', (status, expected) => {
    expect(row({ status }).status).toBe(expected);
  });

  it.each([
    [undefined, null],
    ['', null],
    ['2025-11-10', { kind: 'date', date: '2025-11-10' }],
  ])('due %j is due %j', (dueDate, expected) => {
    expect(row({ dueDate }).due).toEqual(expected);
  });

  it.each(['soon', '2025-02-31', '2025-11-10T09:58:57', 12])(
    'with the due date %j is unreadable',
    (dueDate) => {
      expect(wireTask.safeParse({ _id: 'opp_1', type: 'manual', dueDate }).success).toBe(false);
    },
  );

  it('names its company under either name', () => {
    expect(row({ companyId: 'cpn_1' }).parents).toEqual([{ kind: 'company', id: 'cpn_1' }]);
    expect(row({ recordId: 'cpn_1' }).parents).toEqual([{ kind: 'company', id: 'cpn_1' }]);
    expect(row({ recordId: 'ctc_1', contactId: 'ctc_1' }).parents).toEqual([
      { kind: 'contact', id: 'ctc_1' },
    ]);
  });
});

describe('a task to lemlist', () => {
  const task: TaskDraft = { ...fc.sample(newTasks, 1)[0]!, type: 'linkedin' };

  it('names a lead under both names that the documents use', () => {
    const lead: Parent = { kind: 'lead', id: 'lea_1', name: 'Anna' };
    expect(toCreateBody({ ...task, parents: [lead] })).toMatchObject({ recordId: 'lea_1', leadId: 'lea_1' });
    expect(toCreateBody(task)).not.toHaveProperty('leadId');
  });

  it('clears files with two empty lists', () => {
    expect(toUpdateBody({ media: [] })).toEqual({ images: [], videos: [] });
  });

  it.each([
    ['due', { due: null }],
    ['assigneeId', { assigneeId: null }],
    ['due', { due: contractDue.parse({ kind: 'date', date: '2026-03-10' }) }],
    ['priority', { priority: 'urgent' as const }],
    ['type', { type: 'phone' }],
    ['progress', { progress: true }],
  ])('is refused at %s for what lemlist does not offer', (path, changes) => {
    expect(() => toUpdateBody(changes)).toThrow(
      expect.objectContaining({
        kind: 'refused',
        effect: 'none',
        fields: [expect.objectContaining({ path })],
      }),
    );
    expect(() => toUpdateBody(changes)).toThrow(VendorError);
  });
});

describe("lemlist's refusals", () => {
  const judge = (status: number, words: string, json?: unknown) =>
    classify(status, { words, text: words, ...(json === undefined ? {} : { json }) }, new Headers());

  it.each([
    ['{error, message}', { error: 'LINKEDIN_MEDIA_INVALID_TYPE', message: 'Not a LinkedIn task' }],
    ['{error, code}', { error: 'Not a LinkedIn task', code: 'LINKEDIN_MEDIA_INVALID_TYPE' }],
    [
      '{success, error: {code}}',
      { success: false, error: { code: 'LINKEDIN_MEDIA_INVALID_TYPE', message: 'Not' } },
    ],
  ])('about files are told at the files, with the code in %s', (_layout, json) => {
    const message = 'lemlist says this task is not a LinkedIn task. Edit the task or remove the files.';
    expect(judge(400, 'Not a LinkedIn task', json)).toEqual({
      kind: 'refused',
      message,
      fields: [{ path: 'media', message }],
    });
  });

  it.each([
    ['LINKEDIN_MEDIA_TOO_LARGE', 'media'],
    ['assignedTo is not a member of the team', 'assigneeId'],
    ['Invalid dueDate', 'due'],
    ['Lead not found', 'parents'],
    ['Contact not found', 'parents'],
    ['recordId is required', 'parents'],
    ['Invalid priority', 'priority'],
  ])('“%s” is told at %s', (words, path) => {
    expect(judge(400, words)).toMatchObject({ kind: 'refused', fields: [{ path }] });
    expect(judge(400, words)?.message).toContain(words);
  });

  it('of the key are told as such even where the status is another', () => {
    expect(judge(404, 'No user found for this API key')).toMatchObject({ kind: 'auth' });
  });

  it('for want of a plan say who can help', () => {
    const failure = judge(402, 'route is available starting emailPro plan');
    expect(failure).toMatchObject({ kind: 'refused', fields: [] });
    expect(failure?.message).toContain('emailPro plan');
  });

  it.each([401, 403, 429, 500, 302])('with status %i are left to the status', (status) => {
    expect(judge(status, 'Contact not found')).toBeNull();
  });

  it('that say nothing known are left to the status', () => {
    expect(judge(400, 'Bad params')).toBeNull();
  });
});
