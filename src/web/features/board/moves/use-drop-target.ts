import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';

import { currentZone } from '../../../tasks/clock/clock';
import type { MoveTarget } from '../../../tasks/moves/moves';
import { landingFor, type Lifted } from './drag';

/** Makes an element a place to drop cards on; only moves that the vendor allows are taken. Tells whether one is above it. */
export function useDropTarget(element: RefObject<HTMLElement | null>, target: MoveTarget): boolean {
  const [over, setOver] = useState(false);
  const key = JSON.stringify(target);
  useEffect(() => {
    if (element.current === null) return undefined;
    const target = JSON.parse(key) as MoveTarget;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ target }),
      getDropEffect: () => 'move',
      canDrop: ({ source }) => {
        if (!('task' in source.data)) return false;
        const drag = { kind: 'lifted' as const, at: new Date(), ...(source.data as Lifted) };
        return landingFor(drag, target, true, currentZone()).kind === 'over';
      },
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [element, key]);
  return over;
}
