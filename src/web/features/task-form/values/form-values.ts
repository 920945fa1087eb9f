import type { Connection } from '#contract/connection';
import type { MediaItem, Parent, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';
import type { Priority, Vendor, VendorTaskType } from '#contract/vendors';

import { dueToParts, tomorrowMorning } from './due-parts';
import type { DueParts } from './due-parts';

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
  assigneeId: string;
  parents: FormParent[];
  media: MediaItem[];
};

/** The choices of the last created task, to start the next one from. */
export type LastUsed = {
  connectionId?: string | undefined;
  type?: string | undefined;
  assigneeId?: string | undefined;
};

type Start = { connections: readonly Connection[]; lastUsed: LastUsed; now: Date; zone: string };

/** An empty form: the only (or last used) connection, "me" as assignee, due tomorrow at nine. */
export function emptyFormValues({ connections, lastUsed, now, zone }: Start): TaskFormValues {
  const chosen =
    connections.length === 1 ? connections[0] : connections.find(({ id }) => id === lastUsed.connectionId);
  return {
    connectionId: chosen?.id ?? '',
    type: chosen === undefined ? '' : startingType(chosen.vendor, lastUsed.type),
    title: '',
    text: '',
    due: tomorrowMorning(now, zone),
    priority: startingPriority(chosen?.vendor, 'none'),
    assigneeId: startingAssignee(chosen, lastUsed.assigneeId),
    parents: [],
    media: [],
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
  };
}

/** The types that a new task of this vendor can have. */
export function creatableTypes(vendor: Vendor): VendorTaskType[] {
  return vendorRules[vendor].types.filter(({ creatable }) => creatable);
}

/** Whether a task of this type carries images and videos. */
export function takesMedia(vendor: Vendor, type: string): boolean {
  return vendorRules[vendor].media?.types.includes(type) ?? false;
}

/** The type to start with: the wished one when the vendor takes it, else the vendor's first. */
export function startingType(vendor: Vendor, wished: string | undefined): string {
  const types = creatableTypes(vendor);
  return (types.find(({ value }) => value === wished) ?? types[0])?.value ?? '';
}

/** The wished priority where the vendor knows it, else its lowest. */
export function startingPriority(vendor: Vendor | undefined, wished: Priority): Priority {
  const known = vendor === undefined ? [wished] : vendorRules[vendor].priorities;
  return known.includes(wished) ? wished : (known[0] ?? wished);
}

/** Who does it unless the rep says otherwise: "me", else the last one chosen, else the only member. */
export function startingAssignee(connection: Connection | undefined, lastUsed: string | undefined): string {
  if (connection === undefined) return '';
  const known = (id: string | null | undefined) => connection.members.find((member) => member.id === id)?.id;
  const only = connection.members.length === 1 ? connection.members[0]?.id : undefined;
  return known(connection.me) ?? known(lastUsed) ?? only ?? '';
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
