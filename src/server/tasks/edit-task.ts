import { isDeepStrictEqual } from 'node:util';

import { emptiedFields, type TaskChange } from '#contract/command';
import type { Member } from '#contract/connection';
import type { Due } from '#contract/dates';
import type { FieldError } from '#contract/errors';
import { vendorRules, vendorTaskType, type EditableField } from '#contract/vendors';

import { nameOf } from '../context';
import { Refusal } from '../refusal';
import type { CommandRow } from '../store/commands/commands';
import { fieldsOf, type TaskFields, type TaskRow } from '../store/tasks/task-fields';
import type { Plan } from './plan';

/** Changes fields; `earlier` is what was done to the task, newest first. Refuses what the vendor cannot change, and a field that someone else changed since it was seen. */
export function editTask(
  task: TaskRow,
  changes: TaskChange,
  seen: Record<string, unknown> | undefined,
  members: readonly Member[],
  earlier: readonly CommandRow[],
): Plan {
  const wrong = [
    ...forbidden(task, changes, members),
    ...emptiedFields(task.vendor, changes).map(({ path, message }) => ({ path: `changes.${path}`, message })),
  ];
  if (wrong.length > 0) throw new Refusal('invalid', 'Some fields need another look.', wrong);
  if (changes.due) refuseUnknownDue(task, changes.due, 'changes.due');
  const conflicts = changedSince(task, changes, seen ?? {}, earlier);
  if (conflicts.length > 0) {
    throw new Refusal(
      'conflict',
      'Someone else changed this task while you edited it. Look at both values.',
      conflicts,
    );
  }
  const channel =
    changes.type === undefined ? {} : { channel: vendorTaskType(task.vendor, changes.type).channel };
  return {
    after: { ...(changes as Partial<TaskFields>), ...channel },
    payload: { changes },
    outbound: false,
  };
}

/** Refuses a kind of due that the vendor does not know, naming the field. */
export function refuseUnknownDue(task: TaskRow, due: Due, path: string): void {
  const { label, due: rule } = vendorRules[task.vendor];
  if (!rule.kinds.includes(due.kind)) {
    const message =
      due.kind === 'date'
        ? `${label} needs a time as well as a date.`
        : `${label} takes a date without a time.`;
    throw new Refusal('invalid', message, [{ path, message }]);
  }
}

function forbidden(task: TaskRow, changes: TaskChange, members: readonly Member[]): FieldError[] {
  const rules = vendorRules[task.vendor];
  const wrong: FieldError[] = [];
  for (const field of Object.keys(changes) as EditableField[]) {
    if (!rules.edit.includes(field))
      wrong.push({ path: `changes.${field}`, message: `${rules.label} cannot change this.` });
  }
  if (changes.priority !== undefined && !rules.priorities.includes(changes.priority)) {
    const message = `${rules.label} does not know this priority. Choose ${rules.priorities.join(', ')}.`;
    wrong.push({ path: 'changes.priority', message });
  }
  if (changes.assigneeId && !members.some((member) => member.id === changes.assigneeId)) {
    wrong.push({
      path: 'changes.assigneeId',
      message: 'This person is not in the team. Choose another one.',
    });
  }
  if (
    changes.media !== undefined &&
    changes.media.length > 0 &&
    !rules.media?.types.includes(task.vendor_type)
  ) {
    wrong.push({
      path: 'changes.media',
      message: 'Only LinkedIn tasks carry images and videos. Remove the files.',
    });
  }
  return wrong;
}

function changedSince(
  task: TaskRow,
  changes: TaskChange,
  seen: Record<string, unknown>,
  earlier: readonly CommandRow[],
): FieldError[] {
  const now = fieldsOf(task);
  return Object.entries(changes).flatMap(([field, wanted]) => {
    const present = now[field as EditableField];
    const unseen =
      field in seen && !isDeepStrictEqual(present, seen[field]) && !isDeepStrictEqual(present, wanted);
    if (!unseen) return [];
    const message = `${whoChanged(task, field, present, earlier)}.`;
    return [{ path: `changes.${field}`, message }];
  });
}

const changed = 'changed this field meanwhile';

function whoChanged(task: TaskRow, field: string, present: unknown, earlier: readonly CommandRow[]): string {
  const latest = earlier.find(
    ({ state, after }) => state !== 'cancelled' && state !== 'failed' && field in after,
  );
  if (
    latest === undefined ||
    !isDeepStrictEqual((latest.after as TaskFields)[field as keyof TaskFields], present)
  )
    return `Someone at ${vendorRules[task.vendor].label} ${changed}`;
  const who = nameOf(latest.actor) ?? 'Another rep';
  return latest.state === 'held' ? `${who} is changing this field (held, not sent yet)` : `${who} ${changed}`;
}
