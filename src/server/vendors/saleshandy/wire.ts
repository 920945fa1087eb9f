import { z } from 'zod';

import { calendarDate, instant } from '#contract/dates';

const text = z.string().nullish();
const code = z.union([z.string(), z.number()]).transform(String).nullish();
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1));
const named = z.object({ id: id.nullish(), name: text }).nullish().catch(null);
const blank = z.literal('').transform(() => null);
/** A time that only says when; an odd one is as good as none. */
const moment = z.nullish(instant).catch(null);

const prospectBlock = z.object({
  id,
  firstName: text,
  lastName: text,
  name: text,
  email: text,
  company: text,
  phone: text,
  jobTitle: text,
  linkedin: text,
});
export type WireProspectBlock = z.infer<typeof prospectBlock>;

/**
 * assumed: everything in here. No page shows a task of `GET /v1/tasks` or `/v1/tasks/{taskId}`; the names are those of the
 * request bodies, of the filters and of snooze's answer, the only one that is documented. Nothing but the id is sure to be there.
 */
export const wireTask = z.preprocess(
  (row) => (isRecord(row) && row.taskId === undefined ? { ...row, taskId: row.id } : row),
  z.object({
    taskId: id,
    taskType: code,
    taskNote: text,
    priority: code,
    /** As written: the day of a date and time is the day that stands in it. */
    dueDate: z
      .union([
        blank,
        z
          .string()
          .transform((date) => date.slice(0, 10))
          .pipe(calendarDate),
      ])
      .nullish(),
    /** upcoming, dueToday, overdue, completed, skipped, or snoozed, which is in answers but is no filter. */
    status: text,
    snoozedUntil: z.union([blank, instant, calendarDate]).nullish(),
    completedAt: moment,
    skippedAt: moment,
    prospect: prospectBlock.nullish().catch(null),
    prospectId: id.nullish().catch(null),
    sequence: named,
    assignee: named,
  }),
);
export type WireTask = z.infer<typeof wireTask>;

/** What can be saved of a row that is not a task. */
export const wireRowId = z
  .union([
    z.object({ taskId: id }).transform((row) => row.taskId),
    z.object({ id }).transform((row) => row.id),
  ])
  .nullable()
  .catch(null);

/** Rows one by one, so that an odd one does not hide the others. */
export const wireTaskPage = rowsUnder(z.unknown(), ['tasks', 'data']);

/** assumed: the task stands in the payload, alone or as `task`. */
export const wireOneTask = z.preprocess((answer) => within(answer, ['payload', 'task']), wireTask);

/**
 * assumed: a 2xx answer to a verb means yes unless it holds an error; the task in it is taken when it can be read.
 */
export const wireAccepted = z
  .object({ error: z.undefined().optional(), success: z.literal(true).optional() })
  .loose()
  .nullable()
  .transform((answer) => wireOneTask.safeParse(answer).data ?? null);

/** The outcome of Create Task for each prospect; a failed one bears no reason. */
export const wireCreated = rowsUnder(
  z.object({ prospectId: id.nullish().catch(null), taskId: id.nullish(), success: z.boolean() }),
  ['results'],
);

/** Names stand among the attributes; only these keys have been seen. */
const prospect = z.object({
  id,
  email: text,
  attributes: z
    .array(z.object({ key: z.string(), value: z.unknown() }))
    .nullish()
    .catch(null),
});
export const wireProspects = rowsUnder(prospect, ['prospects', 'data']);
export type WireProspect = z.infer<typeof prospect>;

/** assumed: neither the assignee list nor the list of members shows an answer. */
const member = z.object({ id, name: text, firstName: text, lastName: text, email: text });
export const wireMembers = rowsUnder(member, ['assignees', 'members', 'users', 'data']);
export type WireMember = z.infer<typeof member>;

const sequence = z.object({ id, name: text, status: code });
export const wireSequences = rowsUnder(sequence, ['sequences', 'data']);
export type WireSequence = z.infer<typeof sequence>;

/** assumed: the number of an error, which the pages list beside its text, stands in one of these. */
export const wireRefusal = z.object({
  code,
  error: z.union([z.string(), z.object({ code })]).nullish(),
});

/** The array in the payload, which is nested twice on one documented route, or under one of the names in it. */
function rowsUnder<Item extends z.ZodType>(item: Item, names: readonly string[]) {
  return z.preprocess((answer) => within(answer, ['payload', 'payload', ...names]), z.array(item));
}

/** Goes down by those names that are there, in that order. */
function within(answer: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (found, name) => (isRecord(found) && name in found ? found[name] : found),
    answer,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
