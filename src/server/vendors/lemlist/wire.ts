import { z } from 'zod';

import { calendarDate, instant } from '#contract/dates';

const id = z.string().min(1);
const text = z.string().nullish();
const links = z.array(z.string()).nullish().catch(null);

/**
 * A task as the examples of Get Many, Create and Update Task show it; the response schema on the same pages leaves out
 * title, priority, contactId and content, so nothing but id and type is sure to be there.
 */
export const wireTask = z.object({
  _id: id,
  type: id,
  title: text,
  content: text,
  /** A number in the examples, a string in the bodies that we send; 0 is low. */
  priority: z.union([z.number(), z.string()]).nullish(),
  leadId: text,
  contactId: text,
  /** assumed: how a company's task names it is not documented; one of these two if at all. */
  companyId: text,
  recordId: text,
  campaignId: text,
  userId: text,
  dueDate: z.union([instant, calendarDate, z.literal('')]).nullish(),
  status: text,
  /** assumed: the answer gives media back under the names that it takes them by, if at all. */
  images: links,
  videos: links,
});
export type WireTask = z.infer<typeof wireTask>;

/** `page` is a string in the example and a number in an older copy; what it says is not needed. */
export const wireTaskPage = z.object({
  results: z.array(z.unknown()),
  page: z.union([z.string(), z.number()]).nullish(),
});

/** What can be saved of a row that is not a task. */
export const wireRowId = z.object({ _id: id });

/** assumed: a 2xx answer to `done` or ignore means yes whatever it holds, unless it holds one of lemlist's error layouts. */
export const wireAccepted = z
  .object({ error: z.undefined().optional(), success: z.literal(true).optional() })
  .nullable();

const member = z.object({ userId: id, name: text, email: text });
export const wireTeam = z.object({ users: z.array(member) });
export type WireMember = z.infer<typeof member>;

/** The layouts of refusals that the specification shows: a code as `error`, as `code`, or as `error.code`. */
export const wireRefusal = z.object({
  error: z.union([z.string(), z.object({ code: text })]).nullish(),
  code: text,
});

const campaign = z.object({ _id: id, name: text, status: text });
/** The specification shows a bare array, public clients read it from one of the names. */
export const wireCampaigns = listUnder(campaign, ['campaigns', 'data', 'results']);
export type WireCampaign = z.infer<typeof campaign>;

const contact = z.object({
  _id: id,
  fullName: text,
  email: text,
  linkedinUrl: text,
  fields: z.record(z.string(), z.unknown()).nullish(),
});
/** A bare array when asked by ids, under `data` when searched. */
export const wireContacts = listUnder(contact, ['data', 'contacts']);
export type WireContact = z.infer<typeof contact>;

const company = z.object({ _id: id, name: text, domain: text });
export const wireCompanies = listUnder(company, ['data', 'companies']);
export type WireCompany = z.infer<typeof company>;

const lead = z.object({
  _id: id,
  fullName: text,
  firstName: text,
  lastName: text,
  email: text,
  companyName: text,
  jobTitle: text,
  phone: text,
  linkedinUrl: text,
});
/** Flat when asked by `id` or `email`; the same route by path and version answers an array. */
export const wireLead = z.union([lead, z.array(lead).transform((leads) => leads[0] ?? null)]);
export type WireLead = z.infer<typeof lead>;

function listUnder<Item extends z.ZodType>(item: Item, names: readonly string[]) {
  return z.preprocess((answer) => {
    if (Array.isArray(answer) || typeof answer !== 'object' || answer === null) return answer;
    const name = names.find((one) => one in answer);
    return name === undefined ? answer : (answer as Record<string, unknown>)[name];
  }, z.array(item));
}
