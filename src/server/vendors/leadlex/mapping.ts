import type { TaskChange } from '#contract/command';
import type { Due } from '#contract/dates';
import type { TaskDraft } from '#contract/new-task';
import type { Parent } from '#contract/parent';
import type { Priority } from '#contract/vendors';
import { vendorTaskType } from '#contract/vendors';

import { VendorError } from '../port';
import type { RecordRef, VendorTask } from '../port';
import type { WireTask } from './wire';

type Status = 'open' | 'in_progress' | 'completed';

/** A change of a task in LeadLex's words; `assignee_id` comes back as `assigned_to_user_id`. */
export type UpdateBody = Partial<
  Record<'title' | 'description' | 'priority' | 'task_type', string> &
    Record<'assignee_id' | 'due_date', string | null>
> & {
  status?: Status;
};
type Link = 'contact_id' | 'company_id' | 'deal_id' | 'event_id' | 'contact_name' | 'company_name';
/** Create Task's fields. assumed: `company_id`, which its own error text asks for and its table leaves out, is taken. */
export type CreateBody = UpdateBody & { title: string } & Partial<Record<Link | 'created_date', string>>;

/** Kinds of records that a task is linked to, the human first. */
export const linkKinds = ['contact', 'company', 'deal', 'event'] as const;
export type LinkKind = (typeof linkKinds)[number];

const knownPriorities = new Set<Priority>(['low', 'medium', 'high']);

/** Turns a task of LeadLex's into the contract's. */
export function toVendorTask(wire: WireTask): VendorTask {
  const vendorType = wire.task_type ?? '';
  const completed = wire.status === 'completed';
  return {
    vendorTaskId: wire.id,
    status: completed ? 'completed' : 'pending',
    vendorType,
    channel: vendorTaskType('leadlex', vendorType).channel,
    title: wire.title ?? '',
    text: wire.description ?? '',
    priority: toPriority(wire.priority),
    due: toDue(wire.due_date),
    assigneeId: wire.assigned_to_user_id || null,
    campaignId: null,
    parents: toParents(wire),
    media: null,
    outbound: false,
    progress: wire.status === 'in_progress',
    closedAt: completed ? (wire.completed_at ?? null) : null,
  };
}

/** The body of Create Task, all records in one task. */
export function toCreateBody(draft: TaskDraft): CreateBody {
  const links = draft.parents.map(toLink);
  return {
    title: draft.title,
    ...(draft.text === '' ? {} : { description: draft.text }),
    status: draft.progress ? 'in_progress' : 'open',
    priority: toPriorityWord(draft.priority),
    ...(draft.type === '' ? {} : { task_type: draft.type }),
    ...(draft.due === null ? {} : { due_date: toDueDate(draft.due) }),
    ...(draft.assigneeId === null ? {} : { assignee_id: draft.assigneeId }),
    ...Object.assign({}, ...links),
    ...(draft.createdDate === null ? {} : { created_date: draft.createdDate }),
  };
}

/** The body of a change: the changed fields alone. assumed: a due date or an assignee is taken away by null. */
export function toUpdateBody(changes: TaskChange): UpdateBody {
  const { assigneeId, due, title, text, priority, type, progress, media } = changes;
  if (media !== undefined) throw notOffered('media', 'LeadLex tasks carry no files.');
  if (title === '') throw notOffered('title', 'LeadLex needs a title.');
  return {
    ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
    ...(due === undefined ? {} : { due_date: due === null ? null : toDueDate(due) }),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { description: text }),
    ...(priority === undefined ? {} : { priority: toPriorityWord(priority) }),
    ...(type === undefined ? {} : { task_type: type }),
    ...(progress === undefined ? {} : { status: progress ? 'in_progress' : 'open' }),
  };
}

/** The answer to a write, with what it does not speak of taken from what was sent. */
export function toWrittenTask(wire: WireTask, sent: UpdateBody | CreateBody): VendorTask {
  const { assignee_id, ...others } = sent;
  const told = { ...others, ...(assignee_id === undefined ? {} : { assigned_to_user_id: assignee_id }) };
  return toVendorTask({ ...told, ...wire });
}

/** The refusal of what LeadLex does not offer, before anything is sent. */
export function notOffered(path: string | null, message: string): VendorError {
  const fields = path === null ? [] : [{ path, message }];
  return new VendorError({ kind: 'refused', message, fields }, { effect: 'none' });
}

function toPriority(value: string | null | undefined): Priority {
  // assumed: a word outside the documented three is no priority.
  return knownPriorities.has(value as Priority) ? (value as Priority) : 'none';
}

function toPriorityWord(priority: Priority): string {
  if (!knownPriorities.has(priority)) throw notOffered('priority', 'LeadLex knows low, medium and high.');
  return priority;
}

/** Either form that LeadLex knows stays what it is. */
function toDue(value: string | null | undefined): Due | null {
  if (!value) return null;
  return value.includes('T') ? { kind: 'instant', at: value } : { kind: 'date', date: value };
}

function toDueDate(due: Due): string {
  return due.kind === 'date' ? due.date : due.at;
}

function toParents(wire: WireTask): RecordRef[] {
  return linkKinds.flatMap((kind) => {
    const id = wire[`${kind}_id`] || wire[kind]?.id;
    return id ? [{ kind, id }] : [];
  });
}

/** By its id, or by its name alone, which LeadLex looks up for people and companies. */
function toLink({ kind, id, name }: Parent): Partial<Record<Link, string>> {
  if (!isLinkKind(kind)) {
    throw notOffered('parents', 'LeadLex links a task to a contact, a deal, an event or a company.');
  }
  if (id !== '') return { [`${kind}_id`]: id };
  if (kind === 'contact' || kind === 'company') return { [`${kind}_name`]: name };
  throw notOffered(
    'parents',
    'Only a contact or a company can be given by name. Choose the record from the list.',
  );
}

function isLinkKind(kind: string): kind is LinkKind {
  return linkKinds.some((one) => one === kind);
}
