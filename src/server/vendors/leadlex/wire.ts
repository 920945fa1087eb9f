import { z } from 'zod';

import { calendarDate, instant } from '#contract/dates';

const id = z.string().min(1);
const text = z.string().nullish();
/** What a record says besides its id is for show: a form that we do not know counts as nothing said. */
const shown = text.catch(null);

/** assumed: no page names the fields of the compact blocks; these are the ones that the records' own pages use. */
const recordFields = {
  name: shown,
  full_name: shown,
  first_name: shown,
  last_name: shown,
  title: shown,
  email: shown,
  phone: shown,
  job_title: shown,
  linkedin_url: shown,
  company_name: shown,
  company: z
    .union([z.string(), z.object({ name: shown }).transform(({ name }) => name)])
    .nullish()
    .catch(null),
  domain: shown,
  industry: shown,
  stage: shown,
  status: shown,
  starts_at: shown,
  start_time: shown,
  start: shown,
};
const record = z.object({ id, ...recordFields });
const block = z
  .object({ id: shown, ...recordFields })
  .nullish()
  .catch(null);
export type WireRecord = z.infer<typeof record>;
export type WireBlock = NonNullable<z.infer<typeof block>>;

/**
 * A task as Create Task and the list of tasks show it. Nothing but the id is sure to be there: the answer to a create
 * names neither description nor type.
 */
export const wireTask = z.object({
  id,
  title: text,
  description: text,
  status: text,
  priority: text,
  task_type: text,
  due_date: z.union([instant, calendarDate, z.literal('')]).nullish(),
  assigned_to_user_id: text,
  contact_id: text,
  deal_id: text,
  event_id: text,
  /** assumed: the guide on data integrity takes it, so a row may name it. */
  company_id: text,
  /** assumed: nothing documents when a task was completed; this is the name it would bear. */
  completed_at: z.nullish(instant).catch(null),
  contact: block,
  company: block,
  deal: block,
  event: block,
});
export type WireTask = z.infer<typeof wireTask>;

/** Single objects come flat or one level down, by the page one reads; both are taken. */
export const wireTaskAnswer = z
  .object({ data: z.union([z.object({ task: wireTask }).transform((data) => data.task), wireTask]) })
  .transform((answer) => answer.data);

const count = z.int().nonnegative().nullish().catch(null);
export const wireTaskPage = z.object({
  data: z.object({ tasks: z.array(z.unknown()) }),
  meta: z.object({ total: count, per_page: count }).nullish().catch(null),
});

/** What can be saved of a row that is not a task. */
export const wireRowId = z.object({ id });

/** assumed: a 2xx answer to a change means yes whatever it holds, unless it holds an error. */
export const wireAccepted = z.object({ error: z.undefined().optional() }).nullable();

const user = z.object({ id, full_name: text, email: text });
export const wireUsers = z.object({ data: z.object({ users: z.array(user) }) });
export type WireUser = z.infer<typeof user>;

export const wireContacts = z.object({ data: z.object({ contacts: z.array(record) }) });
export const wireCompanies = z.object({ data: z.object({ companies: z.array(record) }) });
export const wireDeals = z.object({ data: z.object({ deals: z.array(record) }) });
export const wireEvents = z.object({ data: z.object({ events: z.array(record) }) });

/** A contact is flat, a deal stands under its name. */
export const wireRecordAnswer = z
  .object({
    data: z.union([
      z.object({ contact: record }).transform((data) => data.contact),
      z.object({ deal: record }).transform((data) => data.deal),
      record,
    ]),
  })
  .transform((answer) => answer.data);

/** `candidates` is in no page; a list there would be surer than ids picked out of the message. */
export const wireRefusal = z.object({
  error: z.object({
    code: z.string(),
    message: shown,
    candidates: z
      .array(z.union([id, z.object({ id })]).transform((one) => (typeof one === 'string' ? one : one.id)))
      .nullish()
      .catch(null),
  }),
});
