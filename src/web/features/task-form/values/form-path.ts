import type { FieldError } from '#contract/errors';

import type { TaskFormValues } from './form-values';

/** The fields in the order in which they stand on the screen; the first wrong one gets the focus. */
export const fieldOrder = [
  'connectionId',
  'type',
  'parents',
  'title',
  'text',
  'due',
  'priority',
  'assigneeId',
  'progress',
  'createdDate',
  'media',
] as const satisfies readonly (keyof TaskFormValues)[];

export type FormPath = (typeof fieldOrder)[number] | `media.${number}.url`;

const isField = (name: string | undefined): name is (typeof fieldOrder)[number] =>
  fieldOrder.some((field) => field === name);

/** The form field that a contract path (`due.at`, `parents.0.id`, `changes.title`) blames; null when the form has none. */
export function formPath(path: string): FormPath | null {
  const [head, index] = path.replace(/^(changes|payload)\./, '').split('.');
  if (head === 'vendor') return 'connectionId';
  if (head === 'media' && index !== undefined && /^\d+$/.test(index)) return `media.${Number(index)}.url`;
  if (head === 'until') return 'due';
  return isField(head) ? head : null;
}

export type PlacedErrors = { fields: { path: FormPath; message: string }[]; rest: string[] };

/**
 * Puts complaints where a rep can see them: the first one of each field in screen order, the rest (no field, or a
 * field that is not shown) for the summary at the top.
 */
export function placeErrors(
  errors: readonly FieldError[],
  shown: (field: keyof TaskFormValues) => boolean,
): PlacedErrors {
  const fields = new Map<FormPath, string>();
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const place = formPath(path);
    if (place === null || !shown(fieldOf(place))) rest.push(message);
    else if (!fields.has(place)) fields.set(place, message);
  }
  const rank = (path: FormPath) => fieldOrder.indexOf(fieldOf(path));
  const placed = [...fields].map(([path, message]) => ({ path, message }));
  return {
    fields: placed.toSorted((a, b) => rank(a.path) - rank(b.path)),
    rest: [...new Set(rest)],
  };
}

function fieldOf(path: FormPath): keyof TaskFormValues {
  return path.startsWith('media.') ? 'media' : (path as keyof TaskFormValues);
}
