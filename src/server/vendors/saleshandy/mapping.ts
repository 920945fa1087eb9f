import type { TaskChange } from '#contract/command';
import type { Due } from '#contract/dates';
import type { TaskDraft } from '#contract/new-task';
import type { TaskStatus } from '#contract/task';
import type { Channel, Priority } from '#contract/vendors';
import { vendorRules, vendorTaskType } from '#contract/vendors';

import { VendorError } from '../port';
import type { VendorTask } from '../port';
import type { WireTask } from './wire';

export type CreateBody = {
  prospectIds: [string];
  taskType: string;
  priority?: string;
  /** YYYY-MM-DD */
  dueDate?: string;
  taskNote?: string;
};

/** What Saleshandy can change of a task, each by a call of its own. */
export type Edit = { note?: string; snoozeUntil?: string };

/** Source: Create Task; 1 is the most urgent, and none is said by leaving it out. */
const priorityCodes: Record<Priority, string | null> = {
  none: null,
  low: '4',
  medium: '3',
  high: '2',
  urgent: '1',
};

/** The words of the list's `taskType` filter; assumed: a task may name its type by one of them. */
const channelsByFilter: Record<string, Channel> = {
  linkedin: 'linkedin',
  call: 'call',
  whatsapp: 'whatsapp',
  custom: 'manual',
};

/** Turns a task of Saleshandy's into the contract's. */
export function toVendorTask(wire: WireTask): VendorTask {
  const status = toStatus(wire.status);
  const vendorType = wire.taskType ?? '';
  const prospectId = wire.prospect?.id ?? wire.prospectId;
  return {
    vendorTaskId: wire.taskId,
    status,
    vendorType,
    channel: channelsByFilter[vendorType.toLowerCase()] ?? vendorTaskType('saleshandy', vendorType).channel,
    title: '',
    text: wire.taskNote ?? '',
    priority: toPriority(wire.priority),
    due: toDue(wire),
    assigneeId: wire.assignee?.id || null,
    campaignId: wire.sequence?.id || null,
    parents: prospectId ? [{ kind: 'prospect', id: prospectId }] : [],
    media: null,
    outbound: false,
    progress: false,
    closedAt: toClosedAt(status, wire),
  };
}

/** The body of Create Task for the one prospect of the draft. */
export function toCreateBody({ parents, type, priority, due, text }: TaskDraft): CreateBody {
  const [prospect, another] = parents;
  if (prospect === undefined || another !== undefined)
    throw notOffered('parents', 'Saleshandy makes one task for each prospect.');
  const code = priorityCodes[priority];
  return {
    prospectIds: [prospect.id],
    taskType: type,
    ...(code === null ? {} : { priority: code }),
    ...(due === null ? {} : { dueDate: toDate(due) }),
    ...(text === '' ? {} : { taskNote: text }),
  };
}

/** The picture of a task that was just made, as far as the body tells. */
export function toCreatedTask(taskId: string, { prospectIds, ...body }: CreateBody): VendorTask {
  return toVendorTask({ ...body, taskId, prospectId: prospectIds[0] });
}

/** What to call for a change; refuses a field that Saleshandy cannot change. */
export function toEdit(changes: TaskChange): Edit {
  const { text, due, ...others } = changes;
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (other !== undefined)
    throw notOffered(other, 'Saleshandy changes only the note and the due date of a task.');
  if (due === null) throw notOffered('due', 'A task of Saleshandy always has a due date.');
  return {
    ...(text === undefined ? {} : { note: text }),
    // assumed: a task sleeps until the very moment, so it comes up with the day. The zone is a guess too, hence UTC.
    ...(due === undefined ? {} : { snoozeUntil: `${toDate(due)}T00:00:00.000Z` }),
  };
}

/** The word for what a call ended in; null where the task is no call. */
export function toCallOutcome(outcome: string | null): string | null {
  if (outcome === null || vendorRules.saleshandy.callOutcomes.includes(outcome)) return outcome;
  throw notOffered('outcome', 'Saleshandy does not know this outcome. Choose one of the list.');
}

/** assumed: what has no known status is open: upcoming, dueToday, overdue and snoozed all are. */
function toStatus(word: string | null | undefined): TaskStatus {
  switch (word?.toLowerCase()) {
    case 'completed':
      return 'completed';
    case 'skipped':
      return 'ignored';
    default:
      return 'pending';
  }
}

function toPriority(code: string | null | undefined): Priority {
  const found = Object.entries(priorityCodes).find(([, known]) => known !== null && known === code);
  return (found?.[0] as Priority | undefined) ?? 'none';
}

/** assumed: the due date stays what it was when a task is snoozed; the day it sleeps until, in UTC, is then the one that counts. */
function toDue({ dueDate, snoozedUntil }: WireTask): Due | null {
  const date = snoozedUntil?.slice(0, 10) ?? dueDate;
  return date ? { kind: 'date', date } : null;
}

function toDate(due: Due): string {
  if (due.kind === 'instant') throw notOffered('due', 'Saleshandy takes a date without a time.');
  return due.date;
}

function toClosedAt(status: TaskStatus, { completedAt, skippedAt }: WireTask): string | null {
  if (status === 'pending') return null;
  return (status === 'completed' ? completedAt : skippedAt) ?? null;
}

function notOffered(path: string, message: string): VendorError {
  return new VendorError({ kind: 'refused', message, fields: [{ path, message }] }, { effect: 'none' });
}
