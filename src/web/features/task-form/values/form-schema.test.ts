import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { Connection } from '#contract/connection';
import { sampleTask } from '#testing/sample-task';

import { instantToInput } from '../../../tasks/due/due-parts';
import { newTaskSchema, taskChangeSchema } from './form-schema';
import { formValuesOfTask } from './form-values';
import type { TaskFormValues } from './form-values';

const zone = 'Europe/Berlin';
const id = '0193a000-0000-4000-8000-0000000000aa';
const connectionId = '0193a000-0000-4000-8000-000000000001';
const connectionAt = (vendor: Connection['vendor']): Connection => ({
  id: connectionId,
  vendor,
  label: 'Sales',
  sandbox: true,
  lastSyncAt: null,
  syncing: false,
  circuit: 'closed',
  pausedUntil: null,
  trouble: null,
  me: null,
  plan: null,
  callsLeftToday: null,
  mediaReachable: true,
  members: [],
  campaigns: [],
});
const anna = { kind: 'contact' as const, id: 'ctc_1', name: 'Anna Weber' };
const good: TaskFormValues = {
  connectionId,
  type: 'linkedin',
  title: 'Write to Anna',
  text: '',
  due: { date: '2026-03-10', time: '09:00' },
  priority: 'high',
  assigneeId: 'usr_1',
  parents: [anna],
  media: [{ kind: 'image', url: ' https://example.com/a.png ' }],
  progress: false,
  createdDate: '',
};

const complaints = (result: z.core.util.SafeParseResult<unknown>) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
const checkNew = (changed: Partial<TaskFormValues>, vendor: Connection['vendor'] = 'lemlist') =>
  newTaskSchema({ id, connections: [connectionAt(vendor)], zone }).safeParse({ ...good, ...changed });

describe('the check of a new task', () => {
  it('makes the body that the server takes', () => {
    expect(checkNew({}).data).toEqual({
      vendor: 'lemlist',
      id,
      connectionId,
      type: 'linkedin',
      title: 'Write to Anna',
      text: '',
      due: { kind: 'instant', at: '2026-03-10T08:00:00.000Z' },
      priority: 'high',
      assigneeId: 'usr_1',
      parents: [anna],
      media: [{ kind: 'image', url: 'https://example.com/a.png' }],
    });
  });

  it('names every wrong field at once, in the words of the contract', () => {
    expect(
      complaints(
        checkNew({
          due: { date: '', time: '' },
          assigneeId: '',
          parents: [],
          media: [{ kind: 'image', url: 'http://x.de/a.png' }],
        }),
      ),
    ).toEqual({
      due: 'Say when it is due.',
      assigneeId: 'Choose who does it.',
      parents: 'Link the task to a contact, a company or a lead.',
      'media.0.url': 'Give a public link that starts with https://.',
    });
  });

  it('asks for the time of day where the vendor needs one', () => {
    expect(complaints(checkNew({ due: { date: '2026-03-10', time: '' } }))).toEqual({
      due: 'lemlist needs a time as well as a date.',
    });
  });

  it('asks where to send before anything else', () => {
    expect(complaints(checkNew({ connectionId: '', parents: [] }))).toEqual({
      connectionId: 'Choose where to send it.',
    });
  });
});

const task = sampleTask({
  id,
  connectionId,
  channel: 'linkedin',
  vendorType: 'linkedinSend',
  title: 'Write to Anna',
  text: 'Hi',
  due: { kind: 'instant', at: '2026-03-10T08:00:30.000Z' },
  assignee: { id: 'usr_1', name: 'Ada' },
});

describe('the check of a new task at the other vendors', () => {
  const prospects = ['p1', 'p2'].map((key) => ({ kind: 'prospect' as const, id: key, name: key }));

  it('sends Saleshandy a date, a note and its prospects, and nothing that it does not know', () => {
    expect(checkNew({ type: '13', parents: prospects, progress: true }, 'saleshandy').data).toEqual({
      vendor: 'saleshandy',
      id,
      connectionId,
      type: '13',
      text: '',
      due: { kind: 'date', date: '2026-03-10' },
      priority: 'high',
      parents: prospects,
    });
  });

  it('sends LeadLex a record by its name, no assignee as none, and the date of the making', () => {
    const named = [{ kind: 'contact' as const, id: '', name: 'Hans Müller' }];
    const soon = new Date();
    const createdDate = instantToInput(soon.toISOString(), zone);
    const values = { type: 'Site visit', parents: named, assigneeId: '', progress: true, createdDate };
    expect(checkNew({ ...values, due: { date: '', time: '' } }, 'leadlex').data).toMatchObject({
      vendor: 'leadlex',
      type: 'Site visit',
      title: 'Write to Anna',
      due: null,
      assigneeId: null,
      progress: true,
      parents: named,
      createdDate: `${soon.toISOString().slice(0, 16)}:00.000Z`,
    });
  });

  it('says what is missing in the words of the contract', () => {
    expect(complaints(checkNew({ type: '', parents: [] }, 'saleshandy'))).toEqual({
      type: 'Choose one of Saleshandy’s types.',
      parents: 'Choose at least one prospect.',
    });
    expect(
      complaints(checkNew({ title: ' ', parents: [], createdDate: '2001-01-01T10:00' }, 'leadlex')),
    ).toEqual({
      title: 'LeadLex needs a title.',
      parents: 'Link the task to a contact, a deal, an event or a company.',
      createdDate: 'LeadLex keeps a date within the last 5 years and the next 24 hours.',
    });
  });

  it('refuses a due that could not be read, and sends nothing', () => {
    expect(complaints(checkNew({ due: { date: '', time: '', unread: 'soonish' } }))['due']).toMatch(
      /^“soonish”/,
    );
  });
});

describe('the check of an edit', () => {
  const base = formValuesOfTask(task, zone);
  const checkEdit = (changed: Partial<TaskFormValues>) =>
    taskChangeSchema({ task, base, zone }).safeParse({ ...base, ...changed });

  it('sends the changed fields and no others, whatever else the old task lacks', () => {
    expect(checkEdit({}).data).toEqual({});
    expect(checkEdit({ title: 'New', priority: 'low' }).data).toEqual({
      title: 'New',
      priority: 'low',
    });
    expect(checkEdit({ due: { date: '2026-03-11', time: '09:00' } }).data).toEqual({
      due: { kind: 'instant', at: '2026-03-11T08:00:00.000Z' },
    });
  });

  it('keeps the rules of a new task for what is changed', () => {
    expect(complaints(checkEdit({ due: { date: '2026-03-11', time: '' } }))).toEqual({
      due: 'lemlist needs a time as well as a date.',
    });
    expect(complaints(checkEdit({ due: { date: '', time: '' }, assigneeId: '' }))).toEqual({
      due: 'Say when it is due.',
      assigneeId: 'Choose who does it.',
    });
  });

  it('empties a field where the vendor can, and says where it cannot', () => {
    const own = { ...task, vendor: 'leadlex' as const };
    const emptied = { due: { date: '', time: '' }, assigneeId: '' };
    const ofLeadlex = taskChangeSchema({ task: own, base, zone }).safeParse({ ...base, ...emptied });
    expect(ofLeadlex.data).toEqual({ due: null, assigneeId: null });
    const day = { ...base, due: { date: '2026-03-10', time: '' } };
    const prospect = { ...task, vendor: 'saleshandy' as const };
    const ofSaleshandy = taskChangeSchema({ task: prospect, base: day, zone }).safeParse({
      ...day,
      due: emptied.due,
    });
    expect(complaints(ofSaleshandy)).toEqual({ due: 'Saleshandy needs a due. Choose a day.' });
  });

  it('never sends what the vendor cannot change', () => {
    expect(checkEdit({ type: 'email', parents: [anna] }).data).toEqual({});
  });
});
