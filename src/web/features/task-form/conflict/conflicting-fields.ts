import type { EditableField, Vendor } from '#contract/vendors';

import { editedFields, isSameContent } from '../values/changed-fields';
import type { TaskFormValues } from '../values/form-values';

/** What the rep saw, what stands in the form, and what the task is by now. */
export type ThreeWays = { seen: TaskFormValues; mine: TaskFormValues; theirs: TaskFormValues };

/** The fields that the rep and someone else changed, to different values. */
export function conflictingFields(vendor: Vendor, { seen, mine, theirs }: ThreeWays): EditableField[] {
  return editedFields(vendor, seen, mine).filter(
    (field) => !isSameContent(seen[field], theirs[field]) && !isSameContent(mine[field], theirs[field]),
  );
}
