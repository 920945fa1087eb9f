import { isDeepStrictEqual } from 'node:util';

import type { Parent } from '#contract/parent';
import type { Person } from '#contract/task';

import type { CommandRow } from '../store/commands/commands';
import type { TaskColumns } from '../store/schema';
import { fieldColumns, fieldsOf, type TaskFields, type TaskRow } from '../store/tasks/task-fields';
import type { RecordRef, VendorRecord, VendorTask } from '../vendors/port';
import { personKeys } from './person-keys';

/** What is known of a connection's records and campaigns, to give a vendor's ids their names. */
export type Names = {
  records: ReadonlyMap<string, VendorRecord>;
  campaignStates: ReadonlyMap<string, string | null>;
};

export function recordKey(ref: RecordRef): string {
  return `${ref.kind} ${ref.id}`;
}

/** The vendor's values of the fields that commands change; media is left out where the vendor does not tell it. */
export function vendorFields(task: VendorTask): Partial<TaskFields> {
  return {
    status: task.status,
    ...(task.status === 'pending' && { closedAt: null, closedElsewhere: false }),
    progress: task.progress,
    type: task.vendorType,
    channel: task.channel,
    due: task.due,
    title: task.title,
    text: task.text,
    priority: task.priority,
    assigneeId: task.assigneeId,
    ...(task.media !== null && { media: [...task.media] }),
  };
}

/** A status that the vendor does not know stays as the rep set it, as long as the task is open there. */
const closing = new Set(['status', 'closedAt', 'closedElsewhere']);

type Merge = {
  /** Columns that differ now; empty when nothing changed. */
  columns: TaskColumns;
  /** Commands whose memory of "before" the vendor has overtaken. */
  rebased: { command: CommandRow; before: Partial<TaskFields> }[];
};

/**
 * Lays the vendor's picture under the rep's undelivered commands: a field that an open command set keeps the rep's
 * value, and the oldest such command now remembers the vendor's, so that an undo goes back to the truth.
 * `told` names the only fields that this picture speaks about; null means all.
 */
export function mergeTask(
  row: TaskRow,
  task: VendorTask,
  open: readonly CommandRow[],
  names: Names,
  told: readonly string[] | null = null,
): Merge {
  const present = fieldsOf(row);
  const fields: Record<string, unknown> = {};
  const rebased = new Map<CommandRow, Record<string, unknown>>();
  for (const [name, value] of Object.entries(vendorFields(task))) {
    if (row.board_only && task.status === 'pending' && closing.has(name)) continue;
    if (told !== null && !told.includes(name)) continue;
    const owner = open.find((command) => name in command.after);
    if (owner === undefined) {
      if (!isDeepStrictEqual(present[name as keyof TaskFields], value)) fields[name] = value;
    } else if (!isDeepStrictEqual(owner.before[name], value)) {
      rebased.set(owner, { ...(rebased.get(owner) ?? owner.before), [name]: value });
    }
  }
  return {
    columns: {
      ...fieldColumns(fields),
      ...(told === null && changedColumns(row, describedAgain(row, task, names))),
    },
    rebased: [...rebased].map(([command, before]) => ({ command, before })),
  };
}

/** The columns that no command changes: what kind of task it is and whom it is about. */
export function describedColumns(task: VendorTask, names: Names) {
  const person = personOf(task.parents, names);
  return {
    campaign_id: task.campaignId,
    campaign_state: task.campaignId === null ? null : (names.campaignStates.get(task.campaignId) ?? null),
    parents: task.parents.map((ref): Parent => ({
      ...ref,
      name: names.records.get(recordKey(ref))?.name ?? (ref.kind === 'lead' ? (person?.name ?? '') : ''),
    })),
    person_name: person?.name ?? null,
    person_company: person?.company ?? null,
    person_job_title: person?.jobTitle ?? null,
    person_email: person?.email ?? null,
    person_phone: person?.phone ?? null,
    person_linkedin: person?.linkedin ?? null,
    person_keys: person === undefined ? [] : personKeys(person),
    outbound: task.outbound,
  };
}

/** Names that nobody could look up just now stay as they were. */
function describedAgain(
  row: TaskRow,
  task: VendorTask,
  names: Names,
): Partial<ReturnType<typeof describedColumns>> {
  const refs = task.parents.length > 0 ? task.parents : row.parents;
  const { parents, ...described } = describedColumns({ ...task, parents: refs }, names);
  const named = parents.map((one) =>
    one.name === '' ? (row.parents.find((old) => old.id === one.id) ?? one) : one,
  );
  if (refs.length === 0 || refs.some((ref) => names.records.has(recordKey(ref))))
    return { ...described, parents: named };
  const { campaign_id, campaign_state, outbound } = described;
  return { campaign_id, campaign_state, outbound, parents: named };
}

function personOf(parents: readonly RecordRef[], names: Names): Person | undefined {
  const known = parents.flatMap((ref) => names.records.get(recordKey(ref)) ?? []);
  return (known.find((record) => record.person.name !== null) ?? known[0])?.person;
}

function changedColumns(row: TaskRow, described: Partial<ReturnType<typeof describedColumns>>): TaskColumns {
  const changed = Object.entries(described).filter(
    ([name, value]) => !isDeepStrictEqual(row[name as keyof TaskRow], value),
  );
  return Object.fromEntries(
    changed.map(([name, value]) => [name, name === 'parents' ? JSON.stringify(value) : value]),
  );
}
