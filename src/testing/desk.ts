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
  const [ada = '', ben = ''] = await harness.vendor.users.addAll([{ name: 'Ada Rep' }, { name: 'Ben Rep' }]);
  const contactId = await harness.vendor.contacts.add({ firstName: 'Anna', lastName: 'Weber' });
  const pull = () => {
    harness.advance(longerThanAnyBudgetMs);
    return harness.pull();
  };
  const here: Here = { ...harness, pull, userIds: [ada, ben], contactId };
  return { ...here, ...repAt(here), ...vendorOf(here) };
}

type Here = Harness & Pick<Desk, 'userIds' | 'contactId'>;

function repAt(here: Here): Omit<Desk, keyof Here | keyof ReturnType<typeof vendorOf>> {
  return {
    async pulledTask({ title = `Call ${randomUUID()}`, ...more } = {}) {
      const [userId] = here.userIds;
      await here.vendor.tasks.add({
        type: 'phone',
        title,
        userId,
        contactId: here.contactId,
        dueDate,
        ...more,
      });
      // The vendor may ask for a pause, and the listing is then put off.
      return pullUntil(here, async () => {
        const { body } = await here.call('GET', `/api/tasks?status=pending&q=${encodeURIComponent(title)}`);
        return body.items.find((one: Task) => one.title === title);
      });
    },
    async command(kind, taskId, more = {}) {
      const id = randomUUID();
      return { id, ...(await here.call('POST', '/api/commands', { id, kind, taskIds: [taskId], ...more })) };
    },
    newTask: (more = {}) => ({
      vendor: 'lemlist',
      id: randomUUID(),
      connectionId: here.connectionId,
      type: 'manual',
      title: `New ${randomUUID()}`,
      text: 'Bring the offer',
      priority: 'low',
      due: { kind: 'instant', at: '2027-03-01T10:00:00.000Z' },
      assigneeId: here.userIds[1],
      parents: [{ kind: 'contact', id: here.contactId, name: 'Anna Weber' }],
      ...more,
    }),
    read: async (taskId) => (await here.call('GET', `/api/tasks/${taskId}`)).body,
    send() {
      here.advance(20_000);
      return here.deliver();
    },
    async pullUntil(done) {
      await pullUntil(here, done);
    },
  };
}

async function pullUntil<Seen>(here: Here, see: () => Promise<Seen>): Promise<NonNullable<Seen>> {
  for (let turn = 0; turn < mostListings; turn += 1) {
    await here.pull();
    const seen = await see();
    if (seen) return seen;
  }
  throw new Error(`it is not so after ${mostListings} listings`);
}

function vendorOf({ vendor, ctx, call, advance, pull }: Here) {
  let seenWrites = 0;
  const atVendor: Desk['atVendor'] = async (title) =>
    (await vendor.holdings()).filter((one) => one.title === title);
  return {
    atVendor,
    async changeAtVendor(title: string, change: object) {
      const [task] = await atVendor(title);
      const path = '/sandbox/control/lemlist/tasks';
      const answer = await call('PATCH', path, { key: vendor.key, id: task?._id, ...change });
      if (answer.status !== 200) throw new Error('the vendor did not take the change');
    },
    async colleague() {
      const id = await vendor.users.add({ name: 'Cleo Rep' });
      advance(longerThanATeamIsFreshMs);
      await pull();
      return id;
    },
    async leaves(userId: string) {
      await sandboxTables(ctx.db).deleteFrom('lemlist_users').where('id', '=', userId).execute();
    },
    async returns(userId: string) {
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
