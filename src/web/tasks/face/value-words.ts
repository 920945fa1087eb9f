import type { Member } from '#contract/connection';
import { due } from '#contract/dates';
import { taskStatus } from '#contract/task';
import { priority, vendorTaskType, type Vendor } from '#contract/vendors';

import type { Clock } from '../clock/clock';
import { statusNames } from '../moves/moves';
import { dueWords } from './due-words';
import { priorityNames } from './priority-mark';

/** What the words of a task's fields depend on besides their values. */
export type Around = {
  vendor: Vendor;
  vendorLabel: string;
  members: readonly Member[];
  now: Date;
  clock: Clock;
};

/** The fields of a task that change, as the page calls them. */
export const fieldLabels: Record<string, string> = {
  title: 'Title',
  text: 'Message',
  due: 'Due',
  priority: 'Priority',
  assigneeId: 'Assignee',
  type: 'Type',
  progress: 'Progress',
  media: 'Images and videos',
  status: 'Status',
  outcome: 'Outcome',
};

/** A field's value as a person reads it. */
export function valueWords(field: string, value: unknown, { vendor, members, now, clock }: Around): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (field === 'due') {
    const parsed = due.safeParse(value);
    return parsed.success ? dueWords(parsed.data, now, clock).full : 'another date';
  }
  if (field === 'status') return statusNames[taskStatus.safeParse(value).data ?? 'pending'];
  if (field === 'progress') return value === true ? 'in progress' : 'not begun';
  if (field === 'type' && typeof value === 'string') return vendorTaskType(vendor, value).label;
  if (field === 'priority') return priorityNames[priority.safeParse(value).data ?? 'none'];
  if (field === 'assigneeId') return members.find(({ id }) => id === value)?.name ?? 'someone else';
  if (Array.isArray(value)) return value.length === 1 ? '1 link' : `${value.length} links`;
  return typeof value === 'string' ? value : 'another value';
}
