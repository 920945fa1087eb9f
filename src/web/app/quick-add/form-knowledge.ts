import type { Connection } from '#contract/connection';
import { vendorTaskType, vendorRules, type Channel, type Vendor } from '#contract/vendors';

import type { FormKnowledge, Wish } from '../../features/quick-add/form-knowledge';
import { keepLastUsed, readLastUsed } from '../../features/task-form/remembered/last-used';
import { newTaskSchema } from '../../features/task-form/values/form-schema';
import { emptyFormValues, type TaskFormValues } from '../../features/task-form/values/form-values';
import { creatableTypes, knowsTime, startingType } from '../../features/task-form/values/starting-values';
import { currentZone } from '../../tasks/clock/clock';
import type { DueParts } from '../../tasks/due/due-parts';

const morning = '09:00';

/** What the form knows, for those who do not open it: the same starting values, the same check, the same memory. */
export function formKnowledge(connections: readonly Connection[]): FormKnowledge {
  const { connectionId } = readLastUsed();
  return {
    lastConnection: connectionId ?? null,
    typeOf: (connection, channel) => {
      const type = typeOf(connection, channel);
      return type === null ? null : vendorTaskType(connection.vendor, type);
    },
    dueOf,
    check: (wish, id) => {
      const checked = newTaskSchema({ id, connections, zone: currentZone() }).safeParse(formValuesOf(wish));
      if (checked.success) return { body: checked.data, errors: null };
      const errors = checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return { body: null, errors };
    },
    remember: (body) => {
      const assigneeId = ('assigneeId' in body ? body.assigneeId : '') ?? '';
      keepLastUsed({ connectionId: body.connectionId, type: body.type, assigneeId });
    },
  };
}

/** The form as a line fills it. */
export function formValuesOf(wish: Wish): TaskFormValues {
  const { connection, channel, words, due, priority, parents } = wish;
  const empty = emptyOf(connection);
  const hasTitle = vendorRules[connection.vendor].title !== 'none';
  return {
    ...empty,
    type: typeOf(connection, channel) ?? empty.type,
    title: hasTitle ? words : '',
    text: hasTitle ? '' : words,
    due: dueOf(connection, due),
    priority: priority ?? empty.priority,
    parents: [...parents],
  };
}

function emptyOf(connection: Connection): TaskFormValues {
  return emptyFormValues({
    connections: [connection],
    lastUsed: readLastUsed(),
    now: new Date(),
    zone: currentZone(),
  });
}

function dueOf(connection: Connection, due: DueParts | null): DueParts {
  if (due === null) return emptyOf(connection).due;
  if (due.unread !== undefined) return due;
  if (!knowsTime(connection.vendor)) return { date: due.date, time: '' };
  const needsTime = !vendorRules[connection.vendor].due.kinds.includes('date');
  return needsTime && due.time === '' ? { ...due, time: morning } : due;
}

function typeOf({ id, vendor }: Connection, channel: Channel | null): string | null {
  const last = readLastUsed().byConnection[id]?.type;
  // Where nothing says what is to be done, it is no invitation.
  if (channel === null && last === undefined && !vendorRules[vendor].freeType)
    return typeOfChannel(vendor, 'manual') ?? startingType(vendor, {});
  if (channel === null) return startingType(vendor, { last });
  return typeOfChannel(vendor, channel, last);
}

function typeOfChannel(vendor: Vendor, channel: Channel, last?: string): string | null {
  const types = creatableTypes(vendor).filter((type) => type.channel === channel);
  return (types.find(({ value }) => value === last) ?? types[0])?.value ?? null;
}
