import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

type Lifted = { viewId: string; index: number };
type Spot = { viewIndex: number; below: boolean };

/** Hears of a view that was let go between others; `to` is its new place. */
export function useViewDrag(onDrop: (id: string, to: number) => void): void {
  const drop = useEffectEvent(onDrop);
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'viewId' in source.data,
        onDrop: ({ source, location }) => {
          const spot = location.current.dropTargets[0]?.data as Spot | undefined;
          if (spot === undefined || !('viewIndex' in spot)) return;
          const { viewId, index } = source.data as Lifted;
          const gap = spot.viewIndex + (spot.below ? 1 : 0);
          // The places below the one that was lifted move up.
          drop(viewId, gap > index ? gap - 1 : gap);
        },
      }),
    [],
  );
}

export type ViewLanding = {
  lifted: boolean;
  /** Where a view in hand would come in. */ edge: 'above' | 'below' | null;
};

/** Makes the element a view that can be lifted and that others can be put beside; `place` is null where there is no order. */
export function useViewPlace(
  element: RefObject<HTMLElement | null>,
  viewId: string,
  place: number | null,
): ViewLanding {
  const [lifted, setLifted] = useState(false);
  const [edge, setEdge] = useState<ViewLanding['edge']>(null);
  useEffect(() => {
    const item = element.current;
    if (item === null || place === null) return undefined;
    const isBelow = (clientY: number) => {
      const { top, height } = item.getBoundingClientRect();
      return clientY > top + height / 2;
    };
    const stopLifting = draggable({
      element: item,
      getInitialData: () => ({ viewId, index: place }),
      onDragStart: () => setLifted(true),
      onDrop: () => setLifted(false),
    });
    const stopTaking = dropTargetForElements({
      element: item,
      canDrop: ({ source }) => 'viewId' in source.data && source.data['viewId'] !== viewId,
      getDropEffect: () => 'move',
      getData: ({ input }) => ({ viewIndex: place, below: isBelow(input.clientY) }),
      onDrag: ({ self }) => setEdge((self.data as Spot).below ? 'below' : 'above'),
      onDragLeave: () => setEdge(null),
      onDrop: () => setEdge(null),
    });
    return () => {
      stopLifting();
      stopTaking();
    };
  }, [element, viewId, place]);
  return { lifted, edge };
}
