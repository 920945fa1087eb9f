import type { TaskChange } from '#contract/command';
import { taskDraft } from '#contract/new-task';
import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

/** The fields in which a created task differs from what was sent last: an earlier try had reached the server after all. */
export function lateChanges(task: Task, sent: NewTask): TaskChange {
  const { title, text, due, priority, assigneeId, media, type, progress } = taskDraft(sent);
  const wanted = { title, text, due, priority, assigneeId, media, type, progress };
  const present = fieldsOf(task);
  const late = vendorRules[task.vendor].edit.filter(
    (field) => JSON.stringify(wanted[field]) !== JSON.stringify(present[field]),
  );
  return Object.fromEntries(late.map((field) => [field, wanted[field]]));
}

/** What stood in the changed fields when the rep saw the task, by which the server tells a conflict. */
export function changedAgainst(task: Task, changes: TaskChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fieldsOf(task)).filter(([field]) => field in changes));
}

function fieldsOf(task: Task): Record<keyof TaskChange, unknown> {
  const { assignee, due, title, text, priority, media, vendorType: type, progress } = task;
  return {
    assigneeId: assignee?.id ?? null,
    due,
    title,
    text,
    priority,
    type,
    progress,
    media: media.map(({ kind, url }) => ({ kind, url })),
  };
}
