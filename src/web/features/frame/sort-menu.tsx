import { clsx } from 'clsx';
import { ArrowDownNarrowWide } from 'lucide-react';

import type { TaskFilter } from '#contract/task-filter';

import { Menu, MenuChoice } from '../../ui/menu';
import { sortNames, withSort } from './sort-names';

type Props = { filter: TaskFilter; onFilter: (next: TaskFilter) => void };

/** The order of Pending. */
export function SortMenu({ filter, onFilter }: Props) {
  const { sort = 'due' } = filter;
  const name = sortNames.find(([one]) => one === sort)?.[1];
  const trigger = (
    <button
      type="button"
      aria-label={`Sort: ${name}`}
      className={clsx(
        'flex h-7 shrink-0 items-center gap-1.5 rounded-control border border-transparent px-2 transition-colors focus-visible:-outline-offset-2 pointer-coarse:h-11',
        sort === 'due'
          ? 'text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover'
          : 'bg-accent-soft font-medium text-accent-text',
      )}
    >
      <ArrowDownNarrowWide size={16} aria-hidden />
      <span className="truncate">{name}</span>
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {sortNames.map(([one, words]) => (
        <MenuChoice
          key={one}
          kind="one"
          checked={one === sort}
          onSelect={() => onFilter(withSort(filter, one))}
        >
          {words}
        </MenuChoice>
      ))}
    </Menu>
  );
}
