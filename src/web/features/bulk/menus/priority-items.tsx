import { priorities, vendorRules } from '#contract/vendors';

import { priorityNames } from '../../../tasks/face/priority-mark';
import type { ActProps } from './act-props';
import { BulkItems } from './bulk-items';

/** The priorities that some of the vendors know, highest first. */
export function PriorityItems(props: ActProps) {
  const vendors = new Set(props.counted.map(({ subject }) => subject.vendor));
  const rules = [...vendors].map((vendor) => vendorRules[vendor]);
  const known = priorities.filter((one) =>
    rules.some(({ priorities: theirs, edit }) => edit.includes('priority') && theirs.includes(one)),
  );
  // Where none can be set, one stands there to say why.
  const shown = known.length > 0 ? known : (['high'] as const);
  const choices = shown.toReversed().map((priority) => ({
    label: priorityNames[priority],
    action: { kind: 'priority', priority } as const,
  }));
  return <BulkItems {...props} label="Priority" choices={choices} />;
}
