import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';

import type { Task } from '#contract/task';

import { moveFor, type MoveTarget } from '../../../tasks/moves/moves';
import { browserZone } from '../../../tasks/queries';

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
        const { task } = source.data as { task: Task };
        const move = moveFor(task, target, new Date(), browserZone);
        return move.kind !== 'none' && move.kind !== 'refused';
      },
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [element, key]);
  return over;
}
