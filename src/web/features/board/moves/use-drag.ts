import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useState } from 'react';

import type { Task } from '#contract/task';

import { holdChanges, releaseChanges } from '../../../tasks/live/hold-changes';
import type { MoveTarget } from '../../../tasks/moves/moves';
import type { Drag } from './drag';

/** Follows cards through the air; `onDrop` is called once where one is let go on a place that takes it. */
export function useDrag(onDrop: (task: Task, target: MoveTarget) => void): Drag {
  const [drag, setDrag] = useState<Drag>({ kind: 'idle' });
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const stop = monitorForElements({
      canMonitor: ({ source }) => 'task' in source.data,
      onDragStart: ({ source }) => {
        holdChanges();
        setDrag({ kind: 'lifted', task: source.data['task'] as Task, at: new Date() });
      },
      onDrop: ({ source, location }) => {
        setDrag({ kind: 'idle' });
        releaseChanges();
        const target = location.current.dropTargets[0]?.data['target'];
        if (target) drop(source.data['task'] as Task, target as MoveTarget);
      },
    });
    return () => {
      stop();
      // A board that goes while a card is in the air hears of no drop.
      releaseChanges();
    };
  }, []);
  return drag;
}
