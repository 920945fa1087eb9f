import type { Connection } from '#contract/connection';
import type { Parent } from '#contract/parent';
import type { MediaItem, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';
import type { Priority, Vendor } from '#contract/vendors';

import { dueToParts, instantToInput } from '../../../tasks/due/due-parts';
import type { DueParts } from '../../../tasks/due/due-parts';
import type { LastUsed } from '../remembered/last-used';
import { startingAssignee, startingDue, startingPriority, startingType } from './starting-values';

/** A chosen record; `detail` tells it from its namesakes and is not sent. */
export type FormParent = Parent & { detail?: string | undefined };

/** What stands in the form, as typed; the contract's shape is made from it when it is checked and sent. */
export type TaskFormValues = {
  connectionId: string;
  type: string;
  title: string;
  text: string;
  due: DueParts;
  priority: Priority;
  /** Empty: nobody. */
  assigneeId: string;
  /** An empty id: the record of this name, which the vendor looks up. */
  parents: FormParent[];
  media: MediaItem[];
  progress: boolean;
  /** YYYY-MM-DDTHH:MM in the zone of the rep, empty for none. */
  createdDate: string;
};

type Start = { connections: readonly Connection[]; lastUsed: LastUsed; now: Date; zone: string };

/** An empty form: the only (or last used) connection, and what was last chosen there. */
export function emptyFormValues({ connections, lastUsed, now, zone }: Start): TaskFormValues {
  const chosen =
    connections.length === 1 ? connections[0] : connections.find(({ id }) => id === lastUsed.connectionId);
  const last = chosen === undefined ? undefined : lastUsed.byConnection[chosen.id];
  return {
    connectionId: chosen?.id ?? '',
    type: chosen === undefined ? '' : startingType(chosen.vendor, { last: last?.type }),
    title: '',
    text: '',
    due: startingDue(chosen?.vendor, now, zone),
    priority: startingPriority(chosen?.vendor, 'none'),
    assigneeId: startingAssignee(chosen, last?.assigneeId),
    parents: [],
    media: [],
    progress: false,
    createdDate: '',
  };
}

/** The form as it shows a task that exists. */
export function formValuesOfTask(task: Task, zone: string): TaskFormValues {
  return {
    connectionId: task.connectionId,
    type: task.vendorType,
    title: task.title,
    text: task.text,
    due: dueToParts(task.due, zone),
    priority: task.priority,
    assigneeId: task.assignee?.id ?? '',
    parents: task.parents.map(({ kind, id, name }) => ({ kind, id, name })),
    media: task.media.map(({ kind, url }) => ({ kind, url })),
    progress: task.progress,
    createdDate: instantToInput(task.createdAt, zone),
  };
}

/** Whether a task of this type carries images and videos. */
export function takesMedia(vendor: Vendor, type: string): boolean {
  return vendorRules[vendor].media?.types.includes(type) ?? false;
}

/** The start with a draft laid over it; what belongs to a connection that is gone is left out. */
export function withDraft(
  base: TaskFormValues,
  changed: Partial<TaskFormValues>,
  connections: readonly Connection[],
): TaskFormValues {
  const values = { ...base, ...changed };
  if (changed.connectionId === undefined || connections.some(({ id }) => id === changed.connectionId))
    return values;
  const { connectionId, type, assigneeId, parents } = base;
  return { ...values, connectionId, type, assigneeId, parents };
}
