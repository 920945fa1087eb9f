import { z } from 'zod';

import { mediaItem, parent } from '#contract/task';
import { priority } from '#contract/vendors';

import type { LastUsed, TaskFormValues } from './form-values';

const draftShape = z.object({
  id: z.uuid(),
  changed: z
    .object({
      connectionId: z.string(),
      type: z.string(),
      title: z.string(),
      text: z.string(),
      due: z.object({ date: z.string(), time: z.string() }),
      priority,
      assigneeId: z.string(),
      parents: z.array(parent.extend({ detail: z.string().optional() })),
      media: z.array(mediaItem),
    })
    .partial(),
});

/** What was typed and not yet saved: the changed fields only, and the id under which it may already have been sent. */
export type Draft = { id: string; changed: Partial<TaskFormValues> };

const draftKey = (form: string) => `outboard:draft:${form}`;
/** The draft's name of the form that changes a task. */
export const editDraftName = (taskId: string) => `edit:${taskId}`;

const lastUsedKey = 'outboard:last-used';
const lastUsedShape = z
  .object({ connectionId: z.string(), type: z.string(), assigneeId: z.string() })
  .partial();

/** The draft of a form (`new`, or `edit:<task id>`); null when there is none or it cannot be read. */
export function readDraft(form: string): Draft | null {
  const draft = read(draftKey(form), draftShape);
  return draft === null || Object.keys(draft.changed).length === 0 ? null : (draft as Draft);
}

/** Keeps a draft; one without changes is removed. */
export function keepDraft(form: string, draft: Draft): void {
  if (Object.keys(draft.changed).length === 0) dropDraft(form);
  else write(draftKey(form), draft);
}

export function dropDraft(form: string): void {
  try {
    localStorage.removeItem(draftKey(form));
  } catch {
    // Storage is switched off: there was no draft.
  }
}

export function readLastUsed(): LastUsed {
  return read(lastUsedKey, lastUsedShape) ?? {};
}

export function keepLastUsed({ connectionId, type, assigneeId }: TaskFormValues): void {
  write(lastUsedKey, { connectionId, type, assigneeId });
}

function read<T>(key: string, shape: z.ZodType<T>): T | null {
  try {
    const stored = localStorage.getItem(key);
    const parsed = shape.safeParse(stored === null ? null : JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or switched off: the form works on, without a draft.
  }
}
