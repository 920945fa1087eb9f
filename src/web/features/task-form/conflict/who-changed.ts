import type { TaskHistory } from '#contract/command-result';
import type { Task } from '#contract/task';
import type { EditableField } from '#contract/vendors';

import { isSameContent } from '../values/changed-fields';
import { changedAgainst } from '../values/late-changes';

/** Who gave the field its present value on this board; null when it came from the vendor. */
export function whoChanged(
  history: TaskHistory | undefined,
  task: Task,
  field: EditableField,
): string | null {
  const latest = history?.items.find(
    ({ state, changes }) =>
      state !== 'cancelled' && state !== 'failed' && changes.some((change) => change.field === field),
  );
  const after = latest?.changes.find((change) => change.field === field)?.after;
  const present = changedAgainst(task, { [field]: undefined })[field];
  return latest !== undefined && isSameContent(after, present) ? (latest.who ?? 'another rep') : null;
}
