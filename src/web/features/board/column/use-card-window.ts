import {
  defaultRangeExtractor,
  useVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react';

import type { Density } from '../../../tasks/face/card-face';
import type { Row } from './rows';

const gap = 6;
const heights = { comfortable: 84 + gap, compact: 44 + 4, heading: 32 } as const;

type Window = Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'> & {
  shown: readonly VirtualItem[];
  size: number;
};

/**
 * Which rows are on the screen, and where. `keep` are rows that stay in the page wherever the column is scrolled to, so
 * that neither the focus nor the card in hand is lost; -1 for none. The compiler leaves this hook alone, hence the callbacks by hand.
 */
export function useCardWindow(
  rows: readonly Row[],
  density: Density,
  scroller: RefObject<HTMLDivElement | null>,
  keep: readonly number[],
): Window {
  const estimateSize = useCallback(
    (index: number) => heights[rows[index]?.kind === 'heading' ? 'heading' : density],
    [rows, density],
  );
  // Each heading sticks within its own part of the column, so the page has them all; there are few.
  const headings = rows.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
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
      const kept = keep.filter((row) => row >= 0 && row < rows.length);
      const more = [...kept, ...headings].filter((row) => !shown.includes(row));
      return more.length === 0 ? shown : [...new Set([...shown, ...more])].toSorted((a, b) => a - b);
    },
    scrollPaddingStart: headings.length > 0 ? heights.heading : 0,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, estimateSize]);
  return {
    shown: virtualizer.getVirtualItems(),
    size: virtualizer.getTotalSize(),
    scrollToIndex: virtualizer.scrollToIndex,
  };
}

/** Brings the card that is to get the focus into sight. */
export function useFocusScroll(
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

/** The row that holds the task's card; -1 when none does. */
export function rowOf(rows: readonly Row[], taskId: string | null): number {
  if (taskId === null) return -1;
  return rows.findIndex((row) => row.kind === 'cards' && row.tasks.some((task) => task.id === taskId));
}

function rowKey(row: Row | undefined, index: number): string | number {
  if (row === undefined) return index;
  return row.kind === 'heading' ? row.bucket : (row.tasks[0]?.id ?? index);
}
