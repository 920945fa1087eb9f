import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { newTaskSchema, taskChangeSchema } from './form-schema';
import { formValuesOfTask } from './form-values';
import type { TaskFormValues } from './form-values';

const zone = 'Europe/Berlin';
const id = '0193a000-0000-4000-8000-0000000000aa';
const connectionId = '0193a000-0000-4000-8000-000000000001';
const connections: Connection[] = [
  {
    id: connectionId,
    vendor: 'lemlist',
    label: 'Sales',
    sandbox: true,
    lastSyncAt: null,
    syncing: false,
    trouble: null,
    me: null,
    members: [],
    campaigns: [],
  },
];
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
};

const complaints = (result: z.ZodSafeParseResult<unknown>) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
const checkNew = (changed: Partial<TaskFormValues>) =>
  newTaskSchema({ id, connections, zone }).safeParse({ ...good, ...changed });

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

const task: Task = {
  id,
  version: 3,
  connectionId,
  vendor: 'lemlist',
  status: 'pending',
  channel: 'linkedin',
  vendorType: 'linkedinSend',
  title: 'Write to Anna',
  text: 'Hi',
  priority: 'none',
  due: { kind: 'instant', at: '2026-03-10T08:00:30.000Z' },
  assignee: { id: 'usr_1', name: 'Ada' },
  campaign: null,
  parents: [],
  person: { name: null, company: null, jobTitle: null, email: null, phone: null, linkedin: null },
  media: [],
  outbound: false,
  closedElsewhere: false,
  createdAt: '2026-03-01T08:00:00.000Z',
  closedAt: null,
  commands: [],
};

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

  it('never sends what the vendor cannot change', () => {
    expect(checkEdit({ type: 'email', parents: [anna] }).data).toEqual({});
  });
});
