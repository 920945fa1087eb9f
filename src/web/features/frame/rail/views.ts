import type { TaskCounts } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { filterLink } from '../../../tasks/filter-link';

export type View = {
  name: string;
  icon: 'inbox' | 'overdue' | 'today' | 'call' | 'linkedin';
  filter: TaskFilter;
  /** Where the number beside it comes from: a part of the counts of a filter. */
  count: { of: TaskFilter; part: keyof TaskCounts['buckets'] | 'pending' };
};

export const views: readonly View[] = [
  { name: 'All open', icon: 'inbox', filter: {}, count: { of: {}, part: 'pending' } },
  { name: 'Overdue', icon: 'overdue', filter: { due: 'overdue' }, count: { of: {}, part: 'overdue' } },
  { name: 'Today', icon: 'today', filter: { due: 'today' }, count: { of: {}, part: 'today' } },
  {
    name: 'Calls',
    icon: 'call',
    filter: { channel: ['call'] },
    count: { of: { channel: ['call'] }, part: 'pending' },
  },
  {
    name: 'LinkedIn',
    icon: 'linkedin',
    filter: { channel: ['linkedin'] },
    count: { of: { channel: ['linkedin'] }, part: 'pending' },
  },
];

/** The view that this filter is; how far back the closed columns reach is not part of a view. */
export function viewOf(filter: TaskFilter): View | null {
  const words = wordsOf(filter);
  return views.find((view) => wordsOf(view.filter) === words) ?? null;
}

function wordsOf(filter: TaskFilter): string {
  const { closed: _closed, tz: _tz, ...words } = filter;
  return filterLink(words);
}
