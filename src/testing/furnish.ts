import { addHours, addMilliseconds } from 'date-fns';
import { z } from 'zod';

import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';

import type { Harness } from './harness';

const person = { name: z.string().default('Anna Weber'), email: z.string().default('anna@weber.example') };

/** What a component test wants its vendors to hold: these tasks, each with a person of its own. */
export const wantedTasks = z.object({
  tasks: z
    .array(
      z.object({
        ...person,
        title: z.string(),
        type: z
          .enum(['email', 'phone', 'manual', 'linkedinSend', 'linkedinInvite', 'whatsappMessage'])
          .default('phone'),
        message: z.string().default(''),
        dueInHours: z.number().default(2),
        campaign: z.string().optional(),
      }),
    )
    .default([]),
  /** The tasks of a Saleshandy connected beside it, by the vendor's own codes; there is none without them. */
  saleshandy: z
    .array(
      z.object({
        ...person,
        type: z.enum(['3', '9', '12', '13', '16']).default('13'),
        note: z.string().default(''),
        dueDate: z.iso.date().optional(),
        /** Who owns the prospect, and so gets new tasks of theirs. */
        owner: z.string().optional(),
      }),
    )
    .default([]),
  /** The same for a LeadLex. */
  leadlex: z
    .array(
      z.object({
        ...person,
        title: z.string(),
        type: z.string().default('call'),
        status: z.enum(['open', 'in_progress', 'completed']).default('open'),
        dueDate: z.iso.date().optional(),
      }),
    )
    .default([]),
  /** Contacts of that LeadLex without a task. */
  leadlexContacts: z
    .array(z.object({ firstName: z.string(), lastName: z.string(), email: z.string().default('') }))
    .default([]),
});
type Wanted = z.output<typeof wantedTasks>;

/** Fills the vendors, connects those that hold something, and pulls it all onto the board; answers the tools for each. */
export async function furnish(harness: Harness, wanted: Wanted): Promise<Account[]> {
  await fillLemlist(harness, wanted);
  const own = { connectionId: harness.connectionId, pull: harness.pull, deliver: harness.deliver };
  const others = [await addSaleshandy(harness, wanted), await addLeadlex(harness, wanted)];
  const accounts = [own, ...others.flatMap((account) => account ?? [])];
  for (const { pull } of accounts) await pull();
  return accounts;
}

type Account = Awaited<ReturnType<Harness['connect']>>;

async function fillLemlist({ vendor, ctx }: Harness, { tasks }: Wanted): Promise<void> {
  const now = ctx.clock.now();
  const [userId = ''] = await vendor.users.addAll([
    { name: 'Ada Rep', email: 'ada@team.example' },
    { name: 'Ben Rep', email: 'ben@team.example' },
  ]);
  const companyId = await vendor.companies.add({ name: 'Weber Ltd', domain: 'weber.example' });
  for (const [index, wanted] of tasks.entries()) {
    const { title, type, message: content, name, email, dueInHours, campaign } = wanted;
    const contactId = await vendor.contacts.add({ ...namesOf(name), email, companyId });
    const campaignId = campaign === undefined ? undefined : await vendor.campaigns.add({ name: campaign });
    // A moment apart, so that the board has them in this order.
    const dueDate = addMilliseconds(addHours(now, dueInHours), index);
    await vendor.tasks.add({ title, type, content, userId, contactId, campaignId, dueDate });
  }
}

async function addSaleshandy({ ctx, connect }: Harness, { saleshandy }: Wanted): Promise<Account | null> {
  if (saleshandy.length === 0) return null;
  const key = `key-${ctx.newId()}`;
  const team = await createSaleshandyTeam(ctx.db, { key, now: ctx.clock.now(), rateLimit: 1000 });
  for (const { name, email, owner, ...task } of saleshandy) {
    const ownerId = owner === undefined ? undefined : await team.users.add({ name: owner });
    const prospectId = await team.prospects.add({ ...namesOf(name), email, ownerId });
    await team.tasks.add({ ...task, prospectId });
  }
  return connect('saleshandy', key);
}

async function addLeadlex(
  { ctx, connect }: Harness,
  { leadlex, leadlexContacts }: Wanted,
): Promise<Account | null> {
  if (leadlex.length === 0 && leadlexContacts.length === 0) return null;
  const key = `wbk_${ctx.newId()}`;
  const firm = await createLeadlexWorkspace(ctx.db, { key, now: ctx.clock.now() });
  await firm.contacts.addAll(leadlexContacts);
  for (const { name, email, type: taskType, ...task } of leadlex) {
    const contactId = await firm.contacts.add({ ...namesOf(name), email });
    await firm.tasks.add({ ...task, taskType, contactId });
  }
  return connect('leadlex', key, 'org');
}

function namesOf(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ') };
}
