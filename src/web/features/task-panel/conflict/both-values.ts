import type { OpenCommand, Task } from '#contract/task';

import { fieldLabels, valueWords, type Around } from '../../../tasks/face/value-words';

type Both = { label: string; theirs: string; yours: string };

/** Of a change that was not sent, since someone else changed the same: each such field with both values. */
export function bothValues(task: Task, { payload, failure }: OpenCommand, around: Around): Both[] {
  const changes = (payload['changes'] ?? { due: payload['due'] }) as Record<string, unknown>;
  const present = valuesOf(task);
  return (failure?.fields ?? []).flatMap(({ path }) => {
    const field = path.replace(/^changes\./, '');
    const label = fieldLabels[field];
    if (label === undefined) return [];
    return [
      {
        label,
        theirs: valueWords(field, present[field], around),
        yours: valueWords(field, changes[field], around),
      },
    ];
  });
}

function valuesOf({ assignee, vendorType: type, ...task }: Task): Record<string, unknown> {
  return { ...task, type, assigneeId: assignee?.id ?? null };
}
