import { ArrowDownNarrowWide, Columns3, Crosshair, FilterX, Search } from 'lucide-react';

import type { TaskFilter } from '#contract/task-filter';

import { reachNames, withReach } from '../../../features/board/column/reach-names';
import type { PageKeys } from '../../../features/board/keys/use-board-keys';
import { sortNames, withSort } from '../../../features/frame/sort-names';
import type { Entry } from '../../../features/palette/entry';
import type { FilterStep } from '../../../tasks/use-filter';
import { narrows, withoutFilters } from '../../../tasks/views/without-filters';
import { actionEntry } from './action-entry';

export type BoardWays = { filter: TaskFilter; onFilter: (next: TaskFilter, how?: FilterStep) => void };

const size = 16;

/** What is about the board in sight: going through it, and what it shows in which order. */
export function boardEntries(
  { focus, search }: Pick<PageKeys, 'focus' | 'search'>,
  { filter, onFilter }: BoardWays,
): Entry[] {
  const { sort = 'due', closed = 'today' } = filter;
  const clear = actionEntry('clear', 'Clear filters', 'all tasks reset', <FilterX size={size} />, {
    run: () => onFilter(withoutFilters(filter), { view: null }),
  });
  return [
    actionEntry('focus', 'Focus', 'work one task at a time queue', <Crosshair size={size} />, {
      run: focus,
      shortcut: 'F',
    }),
    actionEntry('search', 'Search tasks on the board', 'find', <Search size={size} />, {
      run: search,
      shortcut: '/',
    }),
    ...(narrows(filter) ? [clear] : []),
    ...sortNames
      .filter(([one]) => one !== sort)
      .map(([one, name]) =>
        actionEntry(`sort-${one}`, `Sort: ${name}`, 'order', <ArrowDownNarrowWide size={size} />, {
          run: () => onFilter(withSort(filter, one)),
        }),
      ),
    ...reachNames
      .filter(([one]) => one !== closed)
      .map(([one, name]) =>
        actionEntry(
          `reach-${one}`,
          `Closed tasks: ${name}`,
          'completed ignored done how far back show',
          <Columns3 size={size} />,
          { run: () => onFilter(withReach(filter, one)) },
        ),
      ),
  ];
}
