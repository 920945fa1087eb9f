import { useCallback, useState, type RefCallback } from 'react';

import type { Density } from '../../tasks/face/card-face';

/** How the columns share the board: one at a time, Pending beside a folded pair, or all three. */
export type Layout = 'phone' | 'tablet' | 'wide';

type Width = { board: RefCallback<HTMLElement>; layout: Layout; lanes: number };

const tabletFrom = 600;
const wideFrom = 1000;
/** From which width of Pending two cards stand side by side; a compact one needs the room for its single line. */
const pairOfLanesFrom = { comfortable: 560, compact: 960 } as const;

/** Follows the width of the element that gets the ref: the board's own, which an open panel makes smaller. */
export function useBoardWidth(density: Density): Width {
  const [width, setWidth] = useState(() => window.innerWidth);
  const board = useCallback((element: HTMLElement) => {
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const layout = width >= wideFrom ? 'wide' : width >= tabletFrom ? 'tablet' : 'phone';
  const pending = layout === 'wide' ? width / 2 : width - 120;
  return { board, layout, lanes: layout !== 'phone' && pending >= pairOfLanesFrom[density] ? 2 : 1 };
}
