import * as z from 'zod/mini';

import { linkedParent } from '#contract/parent';
import { mediaItem } from '#contract/task';
import { priority } from '#contract/vendors';

import { dropMemory, keepMemory, readMemory } from '../../../ui/kept/memory';
import { changedFields } from '../values/changed-fields';
import type { TaskFormValues } from '../values/form-values';

const fields = z.partial(
  z.object({
    connectionId: z.string(),
    type: z.string(),
    title: z.string(),
    text: z.string(),
    due: z.object({ date: z.string(), time: z.string(), unread: z.optional(z.string()) }),
    priority,
    assigneeId: z.string(),
    parents: z.array(z.extend(linkedParent, { detail: z.optional(z.string()) })),
    media: z.array(mediaItem),
    progress: z.boolean(),
    createdDate: z.string(),
  }),
);

const draftShape = z.object({ id: z.uuid(), changed: fields, seen: z.optional(fields) });

/**
 * What was typed and not yet saved: the changed fields only, and the id under which it may already have been sent. `seen` is
 * what stood in those fields of a task that exists, to tell whether someone else changed them since.
 */
export type Draft = {
  id: string;
  changed: Partial<TaskFormValues>;
  seen?: Partial<TaskFormValues> | undefined;
};

/** What differs from what the rep saw, with that. */
export function draftOf(id: string, seen: TaskFormValues, values: TaskFormValues): Draft {
  const changed = changedFields(seen, values);
  const before = Object.keys(changed).map((field) => [field, seen[field as keyof TaskFormValues]]);
  return { id, changed, seen: Object.fromEntries(before) };
}

const draftKey = (form: string) => `outboard:draft:${form}`;
/** The draft's name of the form that changes a task. */
export const editDraftName = (taskId: string) => `edit:${taskId}`;

/** The draft of a form (`new`, or `edit:<task id>`); null when there is none or it cannot be read. */
export function readDraft(form: string): Draft | null {
  const draft = readMemory(draftKey(form), draftShape);
  return draft === null || Object.keys(draft.changed).length === 0 ? null : (draft as Draft);
}

/** Keeps a draft; one without changes is removed. */
export function keepDraft(form: string, draft: Draft): void {
  if (Object.keys(draft.changed).length === 0) dropDraft(form);
  else keepMemory(draftKey(form), draft);
}

export function dropDraft(form: string): void {
  dropMemory(draftKey(form));
}
