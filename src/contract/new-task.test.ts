import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { fieldErrors } from './errors';
import { newTask } from './new-task';

const task = () => ({
  vendor: 'lemlist',
  id: randomUUID(),
  connectionId: randomUUID(),
  type: 'linkedin',
  title: 'Say hello',
  text: 'Hello',
  priority: 'high',
  due: { kind: 'instant', at: '2026-03-10T10:00:00+01:00' },
  assigneeId: 'usr_1',
  parents: [{ kind: 'contact', id: 'ctc_1', name: 'Anna' }],
  media: [{ kind: 'image', url: 'https://x.example/a.png' }],
});

const complaints = (more: object) => {
  const { error } = newTask.safeParse({ ...task(), ...more });
  return error === undefined ? [] : fieldErrors(error);
};
const files = (count: number) => Array.from({ length: count }, () => task().media[0]);

describe('a new lemlist task', () => {
  it('is taken as it is, its due in UTC', () => {
    expect(newTask.parse(task())).toMatchObject({ due: { at: '2026-03-10T09:00:00.000Z' } });
  });

  it('needs no title, text, priority or files', () => {
    const { title: _t, text: _x, priority: _p, media: _m, ...rest } = task();
    expect(newTask.parse(rest)).toMatchObject({ title: '', text: '', priority: 'none', media: [] });
  });

  it.each([
    [{ type: undefined }, 'type', 'Choose a type.'],
    [{ type: 'whatsapp' }, 'type', 'Choose a type.'],
    [{ title: 'x'.repeat(501) }, 'title', 'Keep the title under 500 characters.'],
    [{ text: 'x'.repeat(20_001) }, 'text', 'Keep the message under 20,000 characters.'],
    [{ priority: 'urgent' }, 'priority', 'lemlist knows none, low, medium and high.'],
    [{ due: undefined }, 'due', 'Say when it is due.'],
    [{ due: null }, 'due', 'Say when it is due.'],
    [
      { due: { kind: 'date', at: '2026-03-10T09:00:00Z' } },
      'due.kind',
      'lemlist needs a time as well as a date.',
    ],
    [
      { due: { kind: 'instant', at: '2026-03-10' } },
      'due.at',
      'Give date and time, for example 2026-03-10T09:00:00Z.',
    ],
    [{ assigneeId: undefined }, 'assigneeId', 'Choose who does it.'],
    [{ assigneeId: '' }, 'assigneeId', 'Choose who does it.'],
    [{ connectionId: 'x' }, 'connectionId', 'Choose where to send it.'],
    [{ parents: [] }, 'parents', 'Link the task to a contact, a company or a lead.'],
    [{ parents: [task().parents[0], task().parents[0]] }, 'parents', 'lemlist links a task to one record.'],
    [
      { parents: [{ kind: 'deal', id: '1', name: '' }] },
      'parents.0.kind',
      'lemlist links a task to a contact, a company or a lead.',
    ],
    [
      { type: 'email' },
      'media',
      'Only LinkedIn tasks carry images and videos. Change the type or remove the files.',
    ],
    [{ media: files(7) }, 'media', 'lemlist takes at most 6 images and videos. Remove some.'],
    [
      { media: [{ kind: 'image', url: 'http://x' }] },
      'media.0.url',
      'Give a public link that starts with https://.',
    ],
    [{ media: [{ kind: 'sound', url: 'https://x' }] }, 'media.0.kind', expect.any(String)],
    [{ subject: 'x' }, 'subject', '“subject” is not known here. Remove it.'],
  ])('%j is refused at %s', (more, path, message) => {
    expect(complaints(more)).toContainEqual({ path, message });
  });

  it('of an unknown vendor is refused at the vendor', () => {
    expect(complaints({ vendor: 'nobody' }).map((error) => error.path)).toEqual(['vendor']);
  });

  it('takes six files, and files of a LinkedIn task only', () => {
    expect(complaints({ media: files(6) })).toEqual([]);
    expect(complaints({ type: 'email', media: [] })).toEqual([]);
  });
});
