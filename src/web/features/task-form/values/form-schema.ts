import * as z from 'zod/mini';

import { emptiedFields, taskChange } from '#contract/command';
import type { TaskChange } from '#contract/command';
import type { Connection } from '#contract/connection';
import { fieldErrors } from '#contract/errors';
import type { FieldError } from '#contract/errors';
import { newTask } from '#contract/new-task';
import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';
import type { EditableField, Vendor } from '#contract/vendors';

import { dueFromParts, instantFromInput } from '../../../tasks/due/due-parts';
import { unreadWords } from '../../../tasks/due/unread-words';
import { editedFields } from './changed-fields';
import { placeErrors } from './form-path';
import type { FormPlan } from './form-plan';
import type { TaskFormValues } from './form-values';
import { knowsTime } from './starting-values';

type ForNew = { id: string; connections: readonly Connection[]; zone: string };
/** What a checked form asks for. */
export type Saving = { create: NewTask; changes: null } | { create: null; changes: TaskChange };

type ForEdit = { task: Task; base: TaskFormValues; zone: string };

/** The check of a form by what it was opened for. */
export function savingSchema({ plan, ...forNew }: ForNew & { plan: FormPlan }) {
  const { editing, base } = plan;
  return editing === null
    ? z.pipe(
        newTaskSchema(forNew),
        z.transform((create: NewTask): Saving => ({ create, changes: null })),
      )
    : z.pipe(
        taskChangeSchema({ task: editing, base, zone: forNew.zone }),
        z.transform((changes: TaskChange): Saving => ({ create: null, changes })),
      );
}

/** Form values in, the body of `POST /api/tasks` out; complaints are the contract's own, placed at the form's fields. */
export function newTaskSchema({ id, connections, zone }: ForNew) {
  return fromForm((values, form): NewTask => {
    const vendor = connections.find((connection) => connection.id === values.connectionId)?.vendor;
    if (vendor === undefined) {
      complain(form, [{ path: 'connectionId', message: 'Choose where to send it.' }]);
      return z.NEVER;
    }
    const unread = unreadDue(values);
    const parsed = newTask.safeParse(newTaskInput(values, id, vendor, zone));
    if (parsed.success && unread.length === 0) return parsed.data;
    complain(form, [...unread, ...(parsed.success ? [] : fieldErrors(parsed.error))]);
    return z.NEVER;
  });
}

/** Form values in, the changed fields out. A changed field keeps the rules that it had when the task was new. */
export function taskChangeSchema({ task, base, zone }: ForEdit) {
  return fromForm((values, form): TaskChange => {
    const fields = editedFields(task.vendor, base, values);
    const asNew = newTask.safeParse(newTaskInput(values, task.id, task.vendor, zone));
    const parsed = taskChange.safeParse(pick(fields, values, task.vendor, zone));
    const broken = [
      ...unreadDue(values),
      ...(asNew.success ? [] : fieldErrors(asNew.error)),
      ...(parsed.success ? emptiedFields(task.vendor, parsed.data) : fieldErrors(parsed.error)),
    ].filter(({ path }) => isOneOf(fields, path));
    if (parsed.success && broken.length === 0) return parsed.data;
    complain(form, broken);
    return z.NEVER;
  });
}

/** Only what the vendor knows, by its rules; the contract refuses anything else. */
function newTaskInput(values: TaskFormValues, id: string, vendor: Vendor, zone: string) {
  const { connectionId, type, title, text, priority, assigneeId, parents, progress, createdDate } = values;
  const rules = vendorRules[vendor];
  return {
    vendor,
    id,
    connectionId,
    type,
    text,
    due: dueOf(values, vendor, zone),
    priority,
    parents,
    ...(rules.title !== 'none' && { title }),
    ...(rules.assignee !== 'none' && {
      assigneeId: rules.assignee === 'optional' ? assigneeId || null : assigneeId,
    }),
    ...(rules.media !== null && { media: sentMedia(values) }),
    ...(rules.progress && { progress }),
    ...(rules.createdDate && { createdDate: instantFromInput(createdDate, zone) }),
  };
}

function pick(
  fields: readonly EditableField[],
  values: TaskFormValues,
  vendor: Vendor,
  zone: string,
): Partial<Record<EditableField, unknown>> {
  const all = {
    ...values,
    due: dueOf(values, vendor, zone),
    assigneeId: values.assigneeId || null,
    media: sentMedia(values),
  };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** A time that was typed for another vendor stays in the form and is not sent to one that knows whole days alone. */
function dueOf({ due }: TaskFormValues, vendor: Vendor, zone: string) {
  return dueFromParts(knowsTime(vendor) ? due : { ...due, time: '' }, zone);
}

function unreadDue({ due: { unread } }: TaskFormValues): FieldError[] {
  return unread === undefined ? [] : [{ path: 'due', message: unreadWords(unread) }];
}

function sentMedia({ media }: TaskFormValues) {
  return media.map(({ kind, url }) => ({ kind, url: url.trim() }));
}

function isOneOf(fields: readonly EditableField[], path: string): boolean {
  return fields.some((field) => path === field || path.startsWith(`${field}.`));
}

/** What is made of the values of a form. */
function fromForm<Made>(make: (values: TaskFormValues, form: z.core.ParsePayload) => Made) {
  return z.pipe(z.custom<TaskFormValues>(), z.transform(make));
}

function complain(form: z.core.ParsePayload, errors: readonly FieldError[]): void {
  const { fields, rest } = placeErrors(errors, () => true);
  const placed = [
    ...fields.map(({ path, message }) => ({ path: path.split('.'), message })),
    ...rest.map((message) => ({ path: ['root'], message })),
  ];
  form.issues.push(...placed.map((issue) => ({ code: 'custom' as const, input: form.value, ...issue })));
}
