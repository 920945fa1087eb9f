import { z } from 'zod';

import type { Connection } from '#contract/connection';
import { due } from '#contract/dates';
import type { FieldError } from '#contract/errors';
import { mediaItem, parent } from '#contract/task';
import type { OpenCommand, Task } from '#contract/task';
import { priority, vendorRules } from '#contract/vendors';

import { editDraftName } from './draft';
import { dueToParts } from './due-parts';
import { emptyFormValues, formValuesOfTask, takesMedia } from './form-values';
import type { LastUsed, TaskFormValues } from './form-values';

/** What the form is opened for: a new task, a copy of one, a change of one, or another try of a failed command. */
export type TaskFormRequest =
  | { kind: 'create'; copyOf?: Task }
  | { kind: 'edit'; task: Task }
  | { kind: 'amend'; task: Task; command: OpenCommand };

export type FormPlan = {
  /** The task that is changed; null for one that is made. */
  editing: Task | null;
  /** The failed command that a success puts aside. */
  replaces: OpenCommand | null;
  /** Names the draft in this browser. */
  draftName: string;
  /** What counts as unchanged. */
  base: TaskFormValues;
  /** What the form shows first when there is no draft. */
  start: TaskFormValues;
  /** What the vendor said to the failed command. */
  complaints: readonly FieldError[];
};

type Around = { connections: readonly Connection[]; lastUsed: LastUsed; now: Date; zone: string };

/** Decides what the form starts from and what it will do. */
export function planForm(request: TaskFormRequest, around: Around): FormPlan {
  const plan = { editing: null, replaces: null, complaints: [] };
  if (request.kind === 'create') {
    const base = emptyFormValues(around);
    const copied = request.copyOf === undefined ? {} : copiedValues(request.copyOf, base, around.zone);
    const draftName = request.copyOf === undefined ? 'new' : `copy:${request.copyOf.id}`;
    return { ...plan, draftName, base, start: { ...base, ...copied } };
  }
  if (request.kind === 'edit') {
    const base = formValuesOfTask(request.task, around.zone);
    return { ...plan, editing: request.task, draftName: editDraftName(request.task.id), base, start: base };
  }
  const { task, command } = request;
  const editing = command.kind === 'create' ? null : task;
  const base = editing === null ? emptyFormValues(around) : formValuesOfTask(task, around.zone);
  const start = { ...base, ...triedValues(command, around.zone) };
  const complaints = complaintsOf(command);
  return { editing, replaces: command, draftName: `amend:${command.id}`, base, start, complaints };
}

/** Whether the form shows the field, by the rules of the vendor and, for media, the chosen type. */
export function isShown(
  plan: FormPlan,
  field: keyof TaskFormValues,
  connection: Connection | undefined,
  type: string,
): boolean {
  const vendor = plan.editing?.vendor ?? connection?.vendor;
  if (field === 'media' && (vendor === undefined || !takesMedia(vendor, type))) return false;
  if (plan.editing === null) return true;
  return vendorRules[plan.editing.vendor].edit.some((editable) => editable === field);
}

const tried = z
  .object({
    connectionId: z.string(),
    type: z.string(),
    title: z.string(),
    text: z.string(),
    due: due.nullable(),
    priority,
    assigneeId: z.string(),
    parents: z.array(parent),
    media: z.array(mediaItem),
  })
  .partial();

function triedValues({ payload }: OpenCommand, zone: string): Partial<TaskFormValues> {
  const parsed = tried.safeParse(payload['changes'] ?? payload);
  if (!parsed.success) return {};
  const { due: triedDue, ...rest } = parsed.data;
  const values = triedDue === undefined ? rest : { ...rest, due: dueToParts(triedDue, zone) };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function complaintsOf({ failure }: OpenCommand): readonly FieldError[] {
  if (failure === null) return [];
  return failure.fields.length > 0 ? failure.fields : [{ path: '', message: failure.message }];
}

function copiedValues(task: Task, base: TaskFormValues, zone: string): Partial<TaskFormValues> {
  const {
    connectionId,
    title,
    text,
    priority: copiedPriority,
    parents,
    assigneeId,
    type,
    media,
  } = formValuesOfTask(task, zone);
  const creatable = vendorRules[task.vendor].types.find((known) => known.value === type)?.creatable ?? false;
  const sameChannel = vendorRules[task.vendor].types.find(
    (known) => known.creatable && known.channel === task.channel,
  );
  const copiedType = creatable ? type : (sameChannel?.value ?? base.type);
  const copied = {
    connectionId,
    title,
    text,
    priority: copiedPriority,
    parents,
    assigneeId,
    type: copiedType,
  };
  return takesMedia(task.vendor, copiedType) ? { ...copied, media } : copied;
}
