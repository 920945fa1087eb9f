import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';

import type { TaskStatus } from '#contract/task';

import type { Density } from '../../../tasks/face/card-face';
import { Card } from '../card/card';
import type { CardActions, CardMenuKind } from '../card/card-actions';
import { BucketHeading } from './bucket-heading';
import { bucketNames, type Row } from './rows';
import { useCardFocus } from './use-card-focus';

export type CardsProps = {
  density: Density;
  lanes: number;
  /** The card that shall get the focus next. */
  focusOn: string | null;
  /** The card that is open in the panel or chosen on a phone. */
  current: string | null;
  menu: { taskId: string; kind: CardMenuKind } | null;
  requestFocus: (taskId: string) => void;
  actions: CardActions;
};

type Props = CardsProps & {
  status: TaskStatus;
  label: string;
  rows: readonly Row[];
  total: number;
  loadMore: (() => void) | null;
};

const gap = 6;
const heights = { comfortable: 84 + gap, compact: 44 + 4, heading: 32 } as const;
const cardHeights = { comfortable: 'h-[84px]', compact: 'h-[44px]' } as const;

/** The cards of a column: only those on the screen are in the page, all others are a matter of arithmetic. */
export function CardList({ status, label, rows, total, loadMore, ...cards }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { tabStop, onFocus, onBlur } = useCardFocus(rows, cards.requestFocus);
  const keep = rowOf(rows, cards.menu?.taskId ?? tabStop);
  const { shown, size, scrollToIndex } = useCardWindow(rows, cards.density, scroller, keep);
  useAutoScroll(scroller);
  useFocusScroll(scrollToIndex, rows, cards.focusOn);

  const nearEnd = (shown.at(-1)?.index ?? 0) >= rows.length - 10;
  useEffect(() => {
    if (nearEnd) loadMore?.();
  }, [nearEnd, loadMore]);

  return (
    <div
      ref={scroller}
      className="min-h-0 grow overflow-y-auto overscroll-contain px-3 pb-3"
      data-column-scroller={status}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- follows where the focus of its cards is */}
      <ul
        aria-label={label}
        className="relative w-full"
        style={{ height: size }}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {shown.flatMap(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return [];
          if (row.kind === 'heading') {
            return [
              <li
                key={row.bucket}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <BucketHeading bucket={row.bucket} name={bucketNames[row.bucket]} count={row.count} />
              </li>,
            ];
          }
          return row.tasks.map((task, lane) => (
            <li
              key={task.id}
              aria-setsize={total}
              className={`absolute top-0 ${cardHeights[cards.density]} ${placeOf(lane, cards.lanes)}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Card
                task={task}
                density={cards.density}
                tabStop={task.id === tabStop}
                wantsFocus={task.id === cards.focusOn}
                current={task.id === cards.current}
                menu={cards.menu?.taskId === task.id ? cards.menu.kind : null}
                actions={cards.actions}
              />
            </li>
          ));
        })}
      </ul>
    </div>
  );
}

function placeOf(lane: number, lanes: number): string {
  if (lanes === 1) return 'inset-x-0';
  return lane === 0 ? 'left-0 w-[calc(50%-3px)]' : 'right-0 w-[calc(50%-3px)]';
}

type Window = Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'> & {
  shown: readonly VirtualItem[];
  size: number;
};

/**
 * Which rows are on the screen, and where. `keep` is the row that stays in the page wherever the column is scrolled to, so
 * that the focus is not lost; -1 for none. The compiler leaves this hook alone, hence the callbacks by hand.
 */
function useCardWindow(
  rows: readonly Row[],
  density: Density,
  scroller: RefObject<HTMLDivElement | null>,
  keep: number,
): Window {
  const estimateSize = useCallback(
    (index: number) => heights[rows[index]?.kind === 'heading' ? 'heading' : density],
    [rows, density],
  );
  const getItemKey = useCallback((index: number) => rowKey(rows[index], index), [rows]);
  // oxlint-disable-next-line react/incompatible-library -- only values of this render leave the hook
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 4,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return keep < 0 || keep >= rows.length || shown.includes(keep)
        ? shown
        : [...shown, keep].toSorted((a, b) => a - b);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, estimateSize]);
  return {
    shown: virtualizer.getVirtualItems(),
    size: virtualizer.getTotalSize(),
    scrollToIndex: virtualizer.scrollToIndex,
  };
}

function useAutoScroll(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(
    () => (scroller.current ? autoScrollForElements({ element: scroller.current }) : undefined),
    [scroller],
  );
}

function useFocusScroll(
  scrollToIndex: Window['scrollToIndex'],
  rows: readonly Row[],
  focusOn: string | null,
): void {
  // The rows of the moment in which the focus was asked for count, not their later changes.
  const scroll = useEffectEvent((taskId: string) => {
    const index = rowOf(rows, taskId);
    if (index >= 0) scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => {
    if (focusOn !== null) scroll(focusOn);
  }, [focusOn]);
}

function rowOf(rows: readonly Row[], taskId: string | null): number {
  if (taskId === null) return -1;
  return rows.findIndex((row) => row.kind === 'cards' && row.tasks.some((task) => task.id === taskId));
}

function rowKey(row: Row | undefined, index: number): string | number {
  if (row === undefined) return index;
  return row.kind === 'heading' ? row.bucket : (row.tasks[0]?.id ?? index);
}
