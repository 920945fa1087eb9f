import type { TaskChange, VendorFailure } from '#contract/command';
import type { Due } from '#contract/dates';
import type { FieldError } from '#contract/errors';
import type { TaskDraft } from '#contract/new-task';
import type { MediaItem } from '#contract/task';
import type { ParentKind, Priority } from '#contract/vendors';
import { vendorTaskType } from '#contract/vendors';

import { VendorError } from '../port';
import type { Classify, RecordRef, VendorTask } from '../port';
import { wireRefusal } from './wire';
import type { WireTask } from './wire';

/** Update Task's fields in lemlist's words; `message` comes back as `content`, `assignedTo` as `userId`. */
export type UpdateBody = Partial<
  Record<'assignedTo' | 'dueDate' | 'title' | 'message' | 'priority', string> &
    Record<'images' | 'videos', string[]>
>;
export type CreateBody = UpdateBody & { type: string; recordId: string; leadId?: string };

const priorityCodes: Partial<Record<Priority, string>> = {
  none: '',
  low: '0',
  medium: '1',
  high: '2',
};

const kindsByPrefix: Record<string, ParentKind> = {
  ctc_: 'contact',
  con_: 'contact',
  lea_: 'lead',
  cpn_: 'company',
};

/** Turns a task of lemlist's into the contract's. */
export function toVendorTask(wire: WireTask): VendorTask {
  return {
    vendorTaskId: wire._id,
    // assumed: a listed task that names no status is pending, as the list leaves out those that are done.
    status: wire.status === 'completed' || wire.status === 'ignored' ? wire.status : 'pending',
    vendorType: wire.type,
    channel: vendorTaskType('lemlist', wire.type).channel,
    title: wire.title ?? '',
    text: wire.content ?? '',
    priority: toPriority(wire.priority),
    due: toDue(wire.dueDate),
    assigneeId: wire.userId || null,
    campaignId: wire.campaignId || null,
    parents: toParents(wire),
    media: toMedia(wire),
    outbound: Boolean(wire.campaignId),
    progress: false,
    closedAt: null,
  };
}

/** The body of Create Task. */
export function toCreateBody(task: TaskDraft): CreateBody {
  const recordId = task.parents[0]?.id ?? '';
  return {
    type: task.type,
    assignedTo: task.assigneeId ?? '',
    dueDate: toDueDate(task.due),
    // The reference names `recordId`, its own example sends `leadId`; assumed: a lead is found by either.
    recordId,
    ...(recordId.startsWith('lea_') ? { leadId: recordId } : {}),
    title: task.title,
    message: task.text,
    priority: toPriorityCode(task.priority),
    ...(task.type === 'linkedin' && task.media.length > 0 ? toMediaFields(task.media) : {}),
  };
}

/** The body of Update Task without the id: the changed fields alone. */
export function toUpdateBody(changes: TaskChange): UpdateBody {
  const { assigneeId, due, title, text, priority, media, type, progress } = changes;
  if (type !== undefined) throw notOffered('type', 'lemlist cannot change the type of a task.');
  if (assigneeId === null) throw notOffered('assigneeId', 'lemlist needs somebody for each task.');
  if (progress !== undefined) throw notOffered('progress', 'lemlist does not know tasks that are begun.');
  return {
    ...(assigneeId === undefined ? {} : { assignedTo: assigneeId }),
    ...(due === undefined ? {} : { dueDate: toDueDate(due) }),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { message: text }),
    ...(priority === undefined ? {} : { priority: toPriorityCode(priority) }),
    // Each list replaces what is there, so the emptied one has to be sent as well.
    ...(media === undefined ? {} : toMediaFields(media)),
  };
}

/** The answer to a write, with what it leaves out taken from what was sent: the response schema names fewer fields than the examples. */
export function toWrittenTask(wire: WireTask, sent: UpdateBody): VendorTask {
  return toVendorTask({
    ...wire,
    title: wire.title ?? sent.title,
    content: wire.content ?? sent.message,
    priority: wire.priority ?? sent.priority,
    dueDate: wire.dueDate ?? sent.dueDate,
    userId: wire.userId ?? sent.assignedTo,
  });
}

/** What lemlist's refusals are about, by code or known text; the first that fits counts. */
const refusals: readonly { said: RegExp; kind?: 'auth'; path?: string; message?: string }[] = [
  {
    said: /\bLINKEDIN_MEDIA_INVALID_TYPE\b/,
    path: 'media',
    message: 'lemlist says this task is not a LinkedIn task. Edit the task or remove the files.',
  },
  // assumed: the other codes of that name, which the pages we have do not list, are about the files too.
  { said: /\bLINKEDIN_MEDIA_/, path: 'media' },
  {
    said: /No API key provided|No user found for this API key|User linked to this API key is blocked/i,
    kind: 'auth',
  },
  { said: /The authentication you supplied is incorrect/i, kind: 'auth' },
  // assumed: a refusal of a task names the field of the request that it is about.
  { said: /\bassigned ?to\b|\bassignee\b/i, path: 'assigneeId' },
  { said: /\bdue ?date\b/i, path: 'due' },
  { said: /\brecord(Id)?\b|\blead(Id)?\b|\bcontact(Id)?\b|\bcompany\b/i, path: 'parents' },
  { said: /\bpriority\b/i, path: 'priority' },
];

/** lemlist's reading of an answer that is not 2xx: mostly plain text, elsewhere JSON with a code. */
export const classify: Classify = (status, body) => {
  if (status < 400 || status > 499 || [401, 403, 408, 429].includes(status)) return null;
  if (status === 402) {
    return refused(
      `The lemlist plan of this account does not include this${quoted(body.words)}. Ask who manages the account.`,
      [],
    );
  }
  const subject = `${codeOf(body.json)} ${body.words}`;
  const known = refusals.find(({ said }) => said.test(subject));
  if (known === undefined) return null;
  if (known.kind === 'auth')
    return {
      kind: 'auth',
      message: `lemlist does not accept the API key${quoted(body.words)}. Paste a valid key into the connection.`,
      fields: [],
    };
  const message = known.message ?? `lemlist refused this${quoted(body.words)}. Correct it and send it again.`;
  return refused(message, known.path === undefined ? [] : [{ path: known.path, message }]);
};

function codeOf(json: unknown): string {
  const { success, data } = wireRefusal.safeParse(json);
  if (!success) return '';
  const inError = typeof data.error === 'object' ? data.error?.code : data.error;
  return `${data.code ?? ''} ${inError ?? ''}`;
}

function quoted(words: string): string {
  return words === '' ? '' : `: “${words}”`;
}

function refused(message: string, fields: FieldError[]): VendorFailure {
  return { kind: 'refused', message, fields };
}

function toPriority(value: WireTask['priority']): Priority {
  const code = value === null || value === undefined ? '' : String(value);
  const found = Object.entries(priorityCodes).find(([, known]) => known === code);
  // assumed: what lies outside the documented scale is no priority.
  return (found?.[0] as Priority | undefined) ?? 'none';
}

function toPriorityCode(priority: Priority): string {
  const code = priorityCodes[priority];
  if (code === undefined) throw notOffered('priority', 'lemlist knows none, low, medium and high.');
  return code;
}

function toDue(value: string | null | undefined): Due | null {
  if (!value) return null;
  return value.includes('T') ? { kind: 'instant', at: value } : { kind: 'date', date: value };
}

function toDueDate(due: Due | null): string {
  if (due === null) throw notOffered('due', 'lemlist needs a due date and time.');
  if (due.kind === 'date') throw notOffered('due', 'lemlist needs a time as well as a date.');
  return due.at;
}

/** The contact first, because it is the person; the lead is that person within one campaign. */
function toParents(wire: WireTask): RecordRef[] {
  const parents = new Map<string, RecordRef>();
  if (wire.contactId) parents.set(wire.contactId, { kind: 'contact', id: wire.contactId });
  if (wire.leadId) parents.set(wire.leadId, { kind: 'lead', id: wire.leadId });
  if (wire.companyId) parents.set(wire.companyId, { kind: 'company', id: wire.companyId });
  const record = wire.recordId ?? '';
  const kind = kindsByPrefix[record.slice(0, 4)];
  if (kind !== undefined && !parents.has(record)) parents.set(record, { kind, id: record });
  return [...parents.values()];
}

function toMedia({ images, videos }: WireTask): MediaItem[] | null {
  if (!images && !videos) return null;
  return [
    ...(images ?? []).map((url) => ({ kind: 'image' as const, url })),
    ...(videos ?? []).map((url) => ({ kind: 'video' as const, url })),
  ];
}

function toMediaFields(media: readonly MediaItem[]): { images: string[]; videos: string[] } {
  const urls = (kind: MediaItem['kind']) =>
    media.filter((item) => item.kind === kind).map((item) => item.url);
  return { images: urls('image'), videos: urls('video') };
}

function notOffered(path: string, message: string): VendorError {
  return new VendorError(refused(message, [{ path, message }]), { effect: 'none' });
}
