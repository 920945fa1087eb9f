import { clsx } from 'clsx';
import { useId, useRef, type ReactNode } from 'react';

import type { TaskStatus } from '#contract/task';

import { useZone } from '../../../tasks/clock/use-clock';
import { statusNames } from '../../../tasks/moves/moves';
import type { Column as ColumnData } from '../../../tasks/use-column';
import { lazyPart } from '../../../ui/lazy-part';
import { landingFor, type Drag, type Landing } from '../moves/drag';
import { useDropTarget } from '../moves/use-drop-target';
import { CardList, type CardsProps } from './card-list';
import { ColumnHeader } from './column-header';
import { ColumnEmpty, ColumnLoading, ColumnTrouble, MoreTrouble } from './column-state';
import type { Row } from './rows';

const DropTargets = lazyPart(async () => (await import('../moves/drop-targets')).DropTargets);

export type ColumnProps = CardsProps & {
  status: TaskStatus;
  data: ColumnData;
  rows: readonly Row[];
  drag: Drag;
  filtered: boolean;
  /** Stands in the header: how far back a closed column reaches. */
  reach: ReactNode;
  folded: boolean;
  /** Whether tabs above the column show its name and total. */
  tabbed: boolean;
  onFold: ((folded: boolean) => void) | null;
  onClearFilters: () => void;
  onCreate: () => void;
  className?: string;
};

/** One column of the board: a region with its true total, its cards, and a place to drop others on. */
export function Column({
  status,
  data,
  rows,
  drag,
  filtered,
  reach,
  folded,
  tabbed,
  onFold,
  onClearFilters,
  onCreate,
  className,
  ...cards
}: ColumnProps) {
  const element = useRef<HTMLElement>(null);
  const headingId = useId();
  const over = useDropTarget(element, { kind: 'column', status });
  const landing = landingFor(drag, { kind: 'column', status }, over, useZone());
  return (
    <section
      ref={element}
      aria-labelledby={headingId}
      data-column={status}
      className={clsx(
        'relative flex min-h-0 min-w-0 flex-col overflow-hidden rounded-card border border-sunken-edge bg-sunken',
        className,
      )}
    >
      <ColumnHeader
        status={status}
        headingId={headingId}
        total={data.total}
        reach={reach}
        folded={folded}
        tabbed={tabbed}
        onFold={onFold}
      />
      {!folded && data.status === 'loading' && <ColumnLoading />}
      {!folded && data.status === 'error' && (
        <ColumnTrouble words={data.error?.detail ?? ''} onRetry={data.retry} />
      )}
      {!folded && data.status === 'ready' && rows.length === 0 && (
        <ColumnEmpty status={status} filtered={filtered} onClear={onClearFilters} onCreate={onCreate} />
      )}
      {!folded && data.status === 'ready' && rows.length > 0 && (
        <CardList
          {...cards}
          status={status}
          label={`${statusNames[status]} tasks`}
          rows={rows}
          total={data.total ?? -1}
          lifted={drag.kind === 'lifted' ? drag.task.id : null}
          loadMore={data.hasMore && data.moreError === null ? data.loadMore : null}
        />
      )}
      {!folded && data.moreError && <MoreTrouble words={data.moreError.detail} onRetry={askMore(data)} />}
      <LandingPlate landing={landing} folded={folded} />
      {status === 'pending' && drag.kind !== 'idle' && <DropTargets drag={drag} />}
    </section>
  );
}

/** A page that was refused would be refused again; the column is read anew then. */
function askMore({ moreError, loadMore, retry }: ColumnData): () => void {
  return moreError?.passing ? loadMore : retry;
}

/** Drawn over the column while a card is in the air; it takes no room and no pointer. */
function LandingPlate({ landing, folded }: { landing: Landing; folded: boolean }) {
  if (landing.kind === 'idle') return null;
  const words = landing.kind === 'refusing' ? landing.reason : landing.kind === 'over' ? landing.note : null;
  return (
    <div
      className={clsx(
        'pointer-events-none absolute inset-0 z-10 flex items-center justify-center rounded-card border-2 p-6 text-center transition-colors',
        landing.kind === 'over' && 'border-accent bg-accent/8',
        landing.kind === 'open' && 'border-dashed border-control',
        landing.kind === 'refusing' && 'border-transparent bg-canvas/85 text-muted',
      )}
    >
      {words !== null && !folded && (
        <p className="rounded-card border border-edge bg-raised px-3 py-2 text-balance text-ink shadow-float">
          {words}
        </p>
      )}
    </div>
  );
}
