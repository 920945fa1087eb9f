import { clsx } from 'clsx';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import type { ReactNode } from 'react';

import type { TaskFilter } from '#contract/task-filter';
import { builtInViews } from '#contract/view';

import { filterLink } from '../../../tasks/filter-link';
import { useTaskCounts } from '../../../tasks/use-column';
import type { FilterStep } from '../../../tasks/use-filter';
import { useViewCounts } from '../../../tasks/views/use-view-counts';
import { useCurrentView, useViews } from '../../../tasks/views/use-views';
import { IconButton } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { Brand } from './brand';
import { RailLink } from './rail-link';
import { ViewIcon } from './view-icon';

const SavedViews = lazyPart(async () => (await import('./saved-views')).SavedViews);

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  folded: boolean;
  /** Absent where the rail cannot be folded. */
  onFold?: (folded: boolean) => void;
  /** The connections with their freshness. It fits itself to the width. */
  foot: ReactNode;
};

/** The views with their living counts, as links that set the filter of the address. */
export function Rail({ filter, onFilter, folded, onFold, foot }: Props) {
  const current = useCurrentView(filter);
  const views = useViews();
  const countOfView = useViewCounts();
  const shown = useTaskCounts(filter);
  // The view on the board counts what is drawn there, changes in flight too.
  const countOf = (id: string) =>
    current?.id === id && !current.changed && shown !== null ? shown.pending : countOfView(id);
  return (
    <div
      className={clsx(
        'flex shrink-0 flex-col',
        onFold ? 'h-full' : 'min-h-full',
        folded ? 'w-14' : onFold ? 'w-56' : 'w-full',
      )}
    >
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
      <nav
        aria-label="Views"
        className={clsx('grow px-2 py-2', onFold && 'min-h-56 basis-0 overflow-y-auto')}
      >
        <ul className="flex flex-col gap-0.5">
          {builtInViews.map(({ id, name, filter: of }) => (
            <li key={id}>
              <RailLink
                href={filterLink(of)}
                name={name}
                icon={<ViewIcon view={id} />}
                current={current?.id === id}
                folded={folded}
                count={countOf(id)}
                late={id === 'overdue'}
                onFollow={() => onFilter(of, { view: null })}
              />
            </li>
          ))}
        </ul>
        {views !== null && views.length > 0 && (
          <SavedViews
            current={current}
            countOf={countOf}
            folded={folded}
            filter={filter}
            onFilter={onFilter}
          />
        )}
      </nav>
      <div
        className={clsx('border-t', onFold && 'overflow-y-auto overscroll-contain has-data-unread:invisible')}
      >
        {foot}
      </div>
    </div>
  );
}
