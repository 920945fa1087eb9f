import * as z from 'zod/mini';

import type { Connection } from '#contract/connection';
import { dateIn, due } from '#contract/dates';
import type { FieldError } from '#contract/errors';
import { linkedParent } from '#contract/parent';
import type { ParentMatch } from '#contract/parent';
import { mediaItem } from '#contract/task';
import type { OpenCommand, Task } from '#contract/task';
import { editableFields, priority, vendorRules } from '#contract/vendors';
import type { EditableField, Vendor } from '#contract/vendors';

import { dueToParts, instantToInput } from '../../../tasks/due/due-parts';
import type { DueParts } from '../../../tasks/due/due-parts';
import { editDraftName } from '../remembered/draft';
import type { LastUsed } from '../remembered/last-used';
import { isSameContent } from './changed-fields';
import { followUpValues, linkable } from './follow-up';
import { emptyFormValues, formValuesOfTask, takesMedia } from './form-values';
import type { TaskFormValues } from './form-values';

/** What the form is opened for: a new task, a copy of one, a change of one, or another try of a failed command. */
export type TaskFormRequest =
  | { kind: 'create'; copyOf?: Task; followUp?: Task; typed?: TypedTask }
  | { kind: 'edit'; task: Task }
  | { kind: 'amend'; task: Task; command: OpenCommand };

/** What was typed elsewhere; `id` names it there. */
type TypedTask = { id: string; values: Partial<TaskFormValues> };

export type FormPlan = {
  /** The task that is changed; null for one that is made. */
  editing: Task | null;
  /** The failed command that a success puts aside, on this task alone. */
  replaces: { commandId: string; taskId: string } | null;
  /** Names the draft in this browser. */
  draftName: string;
  /** What counts as unchanged. */
  base: TaskFormValues;
  /** What the form shows first when there is no draft. */
  start: TaskFormValues;
  /** What the vendor said to the failed command. */
  complaints: readonly FieldError[];
  /** The records that the vendor could not tell apart by a name. */
  candidates: readonly ParentMatch[];
  /** The fields that someone else changed while a change of them waited: `base` has their values, `start` the rep's. */
  conflicts: readonly EditableField[];
};

type Around = { connections: readonly Connection[]; lastUsed: LastUsed; now: Date; zone: string };

/** Decides what the form starts from and what it will do. */
export function planForm(request: TaskFormRequest, around: Around): FormPlan {
  const plan = { editing: null, replaces: null, complaints: [], candidates: [], conflicts: [] };
  if (request.kind === 'create') {
    const base = emptyFormValues(around);
    return { ...plan, base, ...startOfNew(request, base, around) };
  }
  if (request.kind === 'edit') {
    const base = formValuesOfTask(request.task, around.zone);
    return { ...plan, editing: request.task, draftName: editDraftName(request.task.id), base, start: base };
  }
  const { task, command } = request;
  const editing = command.kind === 'create' ? null : task;
  const base = editing === null ? emptyFormValues(around) : formValuesOfTask(task, around.zone);
  const start = { ...base, ...triedValues(command, around.zone) };
  const conflicts = command.failure?.conflict ? conflictsOf(command, base, start) : [];
  const complaints = command.failure?.conflict ? [] : complaintsOf(command);
  const candidates = command.failure?.candidates ?? [];
  // The command's id alone will not do: a create for many people has one id for all of them.
  const draftName = `amend:${command.id}:${task.id}`;
  return {
    editing,
    replaces: { commandId: command.id, taskId: task.id },
    draftName,
    base,
    start,
    complaints,
    candidates,
    conflicts,
  };
}

function startOfNew(
  { copyOf, followUp, typed }: Extract<TaskFormRequest, { kind: 'create' }>,
  base: TaskFormValues,
  around: Around,
): Pick<FormPlan, 'draftName' | 'start'> {
  if (copyOf !== undefined)
    return { draftName: `copy:${copyOf.id}`, start: { ...base, ...copiedValues(copyOf, base, around) } };
  if (followUp !== undefined) {
    const start = { ...base, ...followUpValues(followUp, around.now, around.zone) };
    return { draftName: `follow-up:${followUp.id}`, start };
  }
  if (typed !== undefined) return { draftName: `typed:${typed.id}`, start: { ...base, ...typed.values } };
  return { draftName: 'new', start: base };
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
  if (plan.editing === null) return vendor === undefined ? !afterVendor.has(field) : isNew(vendor, field);
  return vendorRules[plan.editing.vendor].edit.some((editable) => editable === field);
}

/** Fields that few vendors know, shown once it is clear that this one does. */
const afterVendor = new Set<keyof TaskFormValues>(['progress', 'createdDate', 'media']);

function isNew(vendor: Vendor, field: keyof TaskFormValues): boolean {
  const { title, assignee, progress, createdDate } = vendorRules[vendor];
  if (field === 'title') return title !== 'none';
  if (field === 'assigneeId') return assignee !== 'none';
  if (field === 'progress') return progress;
  return field === 'createdDate' ? createdDate : true;
}

const tried = z.partial(
  z.object({
    connectionId: z.string(),
    type: z.string(),
    title: z.string(),
    text: z.string(),
    due: z.nullable(due),
    priority,
    assigneeId: z.nullable(z.string()),
    parents: z.array(linkedParent),
    media: z.array(mediaItem),
    progress: z.boolean(),
    createdDate: z.nullable(z.string()),
  }),
);

function triedValues({ payload }: OpenCommand, zone: string): Partial<TaskFormValues> {
  const parsed = tried.safeParse(payload['changes'] ?? payload);
  if (!parsed.success) return {};
  const { due: triedDue, createdDate, assigneeId, ...rest } = parsed.data;
  const values = {
    ...rest,
    due: triedDue === undefined ? undefined : dueToParts(triedDue, zone),
    assigneeId: assigneeId === null ? '' : assigneeId,
    createdDate: createdDate ? instantToInput(createdDate, zone) : undefined,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function conflictsOf(
  { failure }: OpenCommand,
  base: TaskFormValues,
  start: TaskFormValues,
): readonly EditableField[] {
  const blamed = new Set((failure?.fields ?? []).map(({ path }) => path.replace(/^changes\./, '')));
  return editableFields.filter((field) => blamed.has(field) && !isSameContent(base[field], start[field]));
}

function complaintsOf({ failure }: OpenCommand): readonly FieldError[] {
  if (failure === null) return [];
  return failure.fields.length > 0 ? failure.fields : [{ path: '', message: failure.message }];
}

/** A due that is over would be wrong again, and a new one is the rep's to say. */
function copiedDue({ due: old }: Task, { now, zone }: Around): DueParts {
  const isOver =
    old !== null && (old.kind === 'date' ? old.date < dateIn(zone, now) : Date.parse(old.at) < now.getTime());
  return dueToParts(isOver ? null : old, zone);
}

function copiedValues(task: Task, base: TaskFormValues, around: Around): Partial<TaskFormValues> {
  const { zone } = around;
  const values = formValuesOfTask(task, zone);
  const { connectionId, title, text, priority: copiedPriority, parents, assigneeId, media } = values;
  const { types, freeType } = vendorRules[task.vendor];
  const creatable = freeType || types.some((known) => known.value === values.type && known.creatable);
  const sameChannel = types.find((known) => known.creatable && known.channel === task.channel);
  const type = creatable ? values.type : (sameChannel?.value ?? base.type);
  const copied = {
    due: copiedDue(task, around),
    connectionId,
    title,
    text,
    priority: copiedPriority,
    parents: linkable(task.vendor, parents),
    assigneeId,
    type,
  };
  return takesMedia(task.vendor, type) ? { ...copied, media } : copied;
}
