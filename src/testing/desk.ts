import { randomUUID } from 'node:crypto';

import type { Task } from '#contract/task';
import { sandboxTables } from '#sandbox/database';

import { startHarness, type Harness, type HarnessOptions } from './harness';

/** A rep at work: a harness with two people and a contact at the vendor, and words for what a rep and a vendor do. */
export type Desk = Harness & {
  userIds: [string, string];
  contactId: string;
  /** Puts a task into the vendor's list and pulls it onto the board. */
  pulledTask(more?: { title?: string; campaignId?: string }): Promise<Task>;
  command(kind: string, taskId: string, more?: object): Promise<{ id: string; status: number; body: any }>; // eslint-disable-line typescript/no-explicit-any -- tests look at what they expect
  /** What the new-task form sends. */
  newTask(more?: object): Record<string, unknown> & { id: string; title: string };
  read(taskId: string): Promise<Task>;
  /** Lets the holds end and delivers. */
  send(): Promise<number>;
  /** Lists until `done` says so; listings that begin while other work in the same PostgreSQL runs may decide nothing. */
  pullUntil(done: () => Promise<boolean>): Promise<void>;
  /** What the vendor holds under this title. */
  atVendor(title: string): Promise<{ _id: string; title: string; status: string; content?: string }[]>;
  /** Changes a task in the vendor's own app. */
  changeAtVendor(title: string, change: object): Promise<void>;
  /** Someone new in the team, known to the board. */
  colleague(): Promise<string>;
  /** Takes a person out of the vendor's team without the board hearing of it; `returns` puts them back. */
  leaves(userId: string): Promise<void>;
  returns(userId: string): Promise<void>;
  /** The calls that changed something since the desk was last asked. */
  newWrites(): Promise<{ method: string; path: string; body: unknown }[]>;
};

const dueDate = new Date('2027-03-10T09:00:00.000Z');
const longerThanAnyBudgetMs = 2_500;
const longerThanATeamIsFreshMs = 11 * 60_000;
const mostListings = 40;

export async function openDesk(options: HarnessOptions = {}): Promise<Desk> {
  const harness = await startHarness(options);
  const { vendor } = harness;
  const userIds = await vendor.users.addAll([{ name: 'Ada Rep' }, { name: 'Ben Rep' }]);
  const contactId = await vendor.contacts.add({ firstName: 'Anna', lastName: 'Weber' });
  const [ada = '', ben = ''] = userIds;
  let seenWrites = 0;
  const pull = () => {
    harness.advance(longerThanAnyBudgetMs);
    return harness.pull();
  };
  const atVendor: Desk['atVendor'] = async (title) =>
    (await vendor.holdings()).filter((one) => one.title === title);
  return {
    ...harness,
    pull,
    userIds: [ada, ben],
    contactId,
    atVendor,
    async pulledTask({ title = `Call ${randomUUID()}`, ...more } = {}) {
      await vendor.tasks.add({ type: 'phone', title, userId: ada, contactId, dueDate, ...more });
      await pull();
      const task = (await harness.tasks()).find((one) => one.title === title);
      if (task === undefined) throw new Error('the task was not pulled');
      return task;
    },
    async command(kind, taskId, more = {}) {
      const id = randomUUID();
      return { id, ...(await harness.call('POST', '/api/commands', { id, kind, taskIds: [taskId], ...more })) };
    },
    newTask: (more = {}) => ({
      vendor: 'lemlist',
      id: randomUUID(),
      connectionId: harness.connectionId,
      type: 'manual',
      title: `New ${randomUUID()}`,
      text: 'Bring the offer',
      priority: 'low',
      due: { kind: 'instant', at: '2027-03-01T10:00:00.000Z' },
      assigneeId: ben,
      parents: [{ kind: 'contact', id: contactId, name: 'Anna Weber' }],
      ...more,
    }),
    read: async (taskId) => (await harness.call('GET', `/api/tasks/${taskId}`)).body,
    send() {
      harness.advance(20_000);
      return harness.deliver();
    },
    async pullUntil(done) {
      for (let turn = 0; turn < mostListings; turn += 1) {
        await pull();
        if (await done()) return;
      }
      throw new Error(`it is not so after ${mostListings} listings`);
    },
    async changeAtVendor(title, change) {
      const [task] = await atVendor(title);
      const path = '/sandbox/control/lemlist/tasks';
      const answer = await harness.call('PATCH', path, { key: vendor.key, id: task?._id, ...change });
      if (answer.status !== 200) throw new Error('the vendor did not take the change');
    },
    async colleague() {
      const id = await vendor.users.add({ name: 'Cleo Rep' });
      harness.advance(longerThanATeamIsFreshMs);
      await pull();
      return id;
    },
    async leaves(userId) {
      await sandboxTables(harness.ctx.db).deleteFrom('lemlist_users').where('id', '=', userId).execute();
    },
    async returns(userId) {
      await vendor.users.add({ id: userId, name: 'Cleo Rep' });
    },
    async newWrites() {
      const writes = await vendor.writes();
      const fresh = writes.slice(seenWrites);
      seenWrites = writes.length;
      return fresh;
    },
  };
}
