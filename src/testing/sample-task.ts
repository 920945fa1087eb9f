import type { Task } from '#contract/task';

/** A pending task as the server answers it; give what the test is about. */
export function sampleTask(given: Partial<Task> & Pick<Task, 'id'>): Task {
  return {
    version: 1,
    connectionId: '00000000-0000-4000-8000-000000000001',
    vendor: 'lemlist',
    status: 'pending',
    channel: 'call',
    vendorType: 'phone',
    title: `Task ${given.id}`,
    text: '',
    priority: 'none',
    due: null,
    assignee: null,
    campaign: null,
    parents: [],
    person: { name: null, company: null, jobTitle: null, email: null, phone: null, linkedin: null },
    media: [],
    progress: false,
    outbound: false,
    closedElsewhere: false,
    boardOnly: false,
    createdAt: '2026-03-01T08:00:00.000Z',
    closedAt: null,
    othersOfPerson: 0,
    commands: [],
    ...given,
  };
}
