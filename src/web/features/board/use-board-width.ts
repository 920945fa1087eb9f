import { useCallback, useState, type RefCallback } from 'react';
import { flushSync } from 'react-dom';

import type { Density } from '../../tasks/face/card-face';

/** How the columns share the board: one at a time, Pending beside a folded pair, or all three. */
export type Layout = 'phone' | 'tablet' | 'wide';

type Width = {
  board: RefCallback<HTMLElement>;
  layout: Layout;
  /** How many cards stand side by side in Pending, beside so many unfolded columns. */
  lanesBeside: (unfolded: number) => number;
};

const tabletFrom = 600;
const wideFrom = 1000;
/** From which width of Pending two cards stand side by side; a compact one needs the room for its single line. */
const pairOfLanesFrom = { comfortable: 536, compact: 936 } as const;
/** Of the board's padding and its gaps, of a folded column, and of an unfolded one on a tablet. */
const marginsWidth = 48;
const foldedWidth = 44;
const unfoldedWidth = 288;

/** Follows the width of the element that gets the ref: the board's own, which an open panel makes smaller. */
export function useBoardWidth(density: Density): Width {
  const [width, setWidth] = useState(() => window.innerWidth);
  const board = useCallback((element: HTMLElement) => {
    const measure = () => setWidth(element.clientWidth);
    measure();
    // In the same frame, so that the columns are never seen at the old shares of the new width.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const layout = width >= wideFrom ? 'wide' : width >= tabletFrom ? 'tablet' : 'phone';
  const lanesBeside = (unfolded: number) => {
    const shared = width - marginsWidth - foldedWidth * (2 - unfolded);
    const pending = layout === 'wide' ? (shared * 2) / (2 + unfolded) : shared - unfoldedWidth * unfolded;
    return layout !== 'phone' && pending >= pairOfLanesFrom[density] ? 2 : 1;
  };
  return { board, layout, lanesBeside };
}
