import type { TaskChange } from '#contract/command';
import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';

/** The fields in which a created task differs from what was sent last: an earlier try had reached the server after all. */
export function lateChanges(task: Task, sent: NewTask): TaskChange {
  const { title, text, due, priority, assigneeId, media } = sent;
  const wanted: Required<TaskChange> = { title, text, due, priority, assigneeId, media };
  const present = fieldsOf(task);
  const late = Object.entries(wanted).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(present[field as keyof TaskChange]),
  );
  return Object.fromEntries(late);
}

/** What stood in the changed fields when the rep saw the task, by which the server tells a conflict. */
export function changedAgainst(task: Task, changes: TaskChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fieldsOf(task)).filter(([field]) => field in changes));
}

function fieldsOf({ assignee, due, title, text, priority, media }: Task): Record<keyof TaskChange, unknown> {
  return {
    assigneeId: assignee?.id ?? null,
    due,
    title,
    text,
    priority,
    media: media.map(({ kind, url }) => ({ kind, url })),
  };
}
