import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

import type { Density } from '../../../tasks/face/card-face';
import type { Row } from './rows';

const gap = 6;
const heights = { comfortable: 84 + gap, compact: 44 + 4, heading: 32 } as const;
/** Pixels beyond each edge that are drawn as well. */
const margin = 120;
/** Pixels of scrolling for which the same rows are drawn. */
const stride = 60;

type Window = {
  /** The rows that are drawn, from top to bottom, and where each begins in pixels. */
  shown: readonly { index: number; start: number }[];
  /** The height of all rows in pixels. */
  size: number;
  /** Scrolls as little as brings the whole row into sight. */
  reveal: (index: number) => void;
};

/**
 * Which rows are on the screen, and where: heights are fixed, so this is arithmetic. Headings are always there, since each
 * sticks within its own part of the column, and so are the rows to `keep`, that neither the focus nor the card in hand is
 * lost; -1 for none.
 */
export function useCardWindow(
  rows: readonly Row[],
  density: Density,
  scroller: RefObject<HTMLDivElement | null>,
  keep: readonly number[],
): Window {
  const { top, height } = useView(scroller);
  const starts = startsOf(rows, density);
  const first = rowAt(starts, top - margin);
  const last = rowAt(starts, top + height + stride + margin);
  const shown = rows.flatMap(({ kind }, index) =>
    (index >= first && index <= last) || kind === 'heading' || keep.includes(index)
      ? [{ index, start: starts[index] ?? 0 }]
      : [],
  );
  const stuck = rows.some(({ kind }) => kind === 'heading') ? heights.heading : 0;
  return {
    shown,
    size: starts.at(-1) ?? 0,
    reveal(index) {
      const element = scroller.current;
      if (element === null) return;
      const above = (starts[index] ?? 0) - stuck;
      const below = (starts[index + 1] ?? 0) - element.clientHeight;
      element.scrollTo({ top: Math.min(above, Math.max(below, element.scrollTop)) });
    },
  };
}

/** What of the column is in sight, in pixels; `top` moves by strides. */
function useView(scroller: RefObject<HTMLDivElement | null>): { top: number; height: number } {
  const [top, setTop] = useState(0);
  // Before it is measured no column is higher than the window, and the first cards are drawn at once.
  const [height, setHeight] = useState(() => window.innerHeight);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // Drawn within the event: a frame later the column would show its ground.
    const scrolled = () => flushSync(() => setTop(element.scrollTop - (element.scrollTop % stride)));
    const sizes = new ResizeObserver(() => setHeight(element.clientHeight));
    element.addEventListener('scroll', scrolled, { passive: true });
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', scrolled);
      sizes.disconnect();
    };
  }, [scroller]);
  return { top, height };
}

/** Where each row begins, and at the end where the last one ends. */
function startsOf(rows: readonly Row[], density: Density): number[] {
  let end = 0;
  return [0, ...rows.map(({ kind }) => (end += heights[kind === 'heading' ? 'heading' : density]))];
}

/** The last row that begins at or above this height. */
function rowAt(starts: readonly number[], y: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Brings the card that is to get the focus into sight. */
export function useFocusScroll(reveal: Window['reveal'], rows: readonly Row[], focusOn: string | null): void {
  // The rows of the moment in which the focus was asked for count, not their later changes.
  const scroll = useEffectEvent((taskId: string) => {
    const index = rowOf(rows, taskId);
    if (index >= 0) reveal(index);
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
