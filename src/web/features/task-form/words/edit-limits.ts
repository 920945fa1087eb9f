import { vendorRules } from '#contract/vendors';
import type { Vendor, VendorRules } from '#contract/vendors';

/** One line on what a new task of the vendor has and a task that exists cannot change; null when there is nothing. */
export function editLimits(vendor: Vendor): string | null {
  const rules = vendorRules[vendor];
  const fixed = fieldsOf(rules).flatMap(([field, word]) =>
    rules.edit.some((editable) => editable === field) ? [] : [word],
  );
  if (fixed.length === 0) return null;
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(fixed);
  return `${rules.label} cannot change the ${list} of a task.`;
}

function fieldsOf({ title, assignee, media, parents }: VendorRules): [field: string, word: string][] {
  return [
    ['type', 'type'],
    ...(title === 'none' ? [] : [['title', 'title'] as [string, string]]),
    ['text', 'message'],
    ['due', 'due'],
    ['priority', 'priority'],
    ...(assignee === 'none' ? [] : [['assigneeId', 'assignee'] as [string, string]]),
    ...(media === null ? [] : [['media', 'files'] as [string, string]]),
    ['parents', parents.kinds.length === 1 ? (parents.kinds[0] ?? 'link') : 'linked record'],
  ];
}
