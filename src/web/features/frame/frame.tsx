import type { ReactNode } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { FilterStep } from '../../tasks/use-filter';
import { useKept } from '../../ui/kept/use-kept';
import { lazyPart } from '../../ui/lazy-part';
import { Rail } from './rail/rail';

const ViewsDialog = lazyPart(async () => (await import('./rail/views-dialog')).ViewsDialog);

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  bar: ReactNode;
  /** On a phone, whether the views are shown. */
  viewsOpen: boolean;
  onViewsOpen: (open: boolean) => void;
  /** One line about what is not as usual: no line to the server, filters that the address holds in vain. */
  notice: ReactNode;
  /** The connections with their freshness, at the foot of the rail. */
  foot: ReactNode;
  children: ReactNode;
  /** Stands at the right of the board. */
  panel: ReactNode;
};

/** The page: views at the left, the bar above, the board, the panel. On a phone the views are a dialog. */
export function Frame({
  filter,
  onFilter,
  bar,
  viewsOpen,
  onViewsOpen,
  notice,
  foot,
  children,
  panel,
}: Props) {
  const [rail, setRail] = useKept('outboard.rail', [
    window.innerWidth < 1200 ? 'folded' : 'open',
    'open',
    'folded',
  ]);
  const given = { filter, foot };
  return (
    <div className="flex h-dvh overflow-hidden bg-canvas text-ink">
      <aside aria-label="Views and connections" className="hidden border-r sm:block">
        <Rail
          {...given}
          onFilter={onFilter}
          folded={rail === 'folded'}
          onFold={(folded) => setRail(folded ? 'folded' : 'open')}
        />
      </aside>
      <div className="flex min-w-0 grow flex-col">
        {bar}
        {notice}
        <div className="relative flex min-h-0 grow">
          <main className="flex min-w-0 grow">{children}</main>
          {panel}
        </div>
      </div>
      {viewsOpen && <ViewsDialog {...given} onFilter={onFilter} onOpenChange={onViewsOpen} />}
    </div>
  );
}
