import { clsx } from 'clsx';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import type { ReactNode } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { IconButton } from '../../../ui/button';
import { Brand } from './brand';
import { RailLink } from './rail-link';
import { viewOf, views } from './views';

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter) => void;
  folded: boolean;
  /** Absent where the rail cannot be folded. */
  onFold?: (folded: boolean) => void;
  /** The connections with their freshness. It fits itself to the width. */
  foot: ReactNode;
};

/** The views, as links that set the filter of the address. */
export function Rail({ filter, onFilter, folded, onFold, foot }: Props) {
  const current = viewOf(filter);
  return (
    <div className={clsx('flex h-full shrink-0 flex-col', folded ? 'w-14' : onFold ? 'w-56' : 'w-full')}>
      {onFold && (
        <div
          className={clsx(
            'flex h-12 shrink-0 items-center',
            folded ? 'justify-center' : 'justify-between pr-2 pl-4',
          )}
        >
          {!folded && <Brand />}
          <IconButton
            label={folded ? 'Unfold the views' : 'Fold the views'}
            icon={folded ? <PanelLeftOpen size={16} /> : <PanelLeftClose size={16} />}
            onClick={() => onFold(!folded)}
          />
        </div>
      )}
      <nav aria-label="Views" className="min-h-0 grow overflow-y-auto px-2 py-2">
        <ul className="flex flex-col gap-0.5">
          {views.map((view) => (
            <li key={view.name}>
              <RailLink view={view} current={view === current} folded={folded} onFilter={onFilter} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="shrink-0 border-t">{foot}</div>
    </div>
  );
}
