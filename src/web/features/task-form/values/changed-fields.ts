import { vendorRules } from '#contract/vendors';
import type { EditableField, Vendor } from '#contract/vendors';

import type { TaskFormValues } from './form-values';

/** The fields whose content differs from the base, with their new content. */
export function changedFields(base: TaskFormValues, values: TaskFormValues): Partial<TaskFormValues> {
  const keys = (Object.keys(base) as (keyof TaskFormValues)[]).filter(
    (key) => !isSameContent(base[key], values[key]),
  );
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/** The changed fields that the vendor lets a task change, by their names in the contract. */
export function editedFields(vendor: Vendor, base: TaskFormValues, values: TaskFormValues): EditableField[] {
  const changed = changedFields(base, values);
  return vendorRules[vendor].edit.filter((field) => field in changed);
}

/** Whether two values of a field are the same. */
export function isSameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
