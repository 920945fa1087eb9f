import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useState } from 'react';

import { holdChanges, releaseChanges } from '../../../tasks/live/hold-changes';
import type { MoveTarget } from '../../../tasks/moves/moves';
import { announce } from '../../../ui/live-region';
import type { Drag, Lifted } from './drag';
import { backWords, liftedWords, overWords } from './drag-words';

/** Follows cards through the air; `onDrop` is called once where they are let go on a place that takes some of them. */
export function useDrag(onDrop: (lifted: Lifted, target: MoveTarget) => void): Drag {
  const [drag, setDrag] = useState<Drag>({ kind: 'idle' });
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const stop = monitorForElements({
      canMonitor: ({ source }) => 'task' in source.data,
      onDragStart: ({ source }) => {
        const lifted = source.data as Lifted;
        holdChanges();
        setDrag({ kind: 'lifted', ...lifted, at: new Date() });
        announce(liftedWords(lifted));
      },
      onDropTargetChange: ({ location }) => {
        const target = location.current.dropTargets[0]?.data['target'];
        if (target) announce(overWords(target as MoveTarget));
      },
      onDrop: ({ source, location }) => {
        setDrag({ kind: 'idle' });
        releaseChanges();
        const target = location.current.dropTargets[0]?.data['target'];
        if (target) drop(source.data as Lifted, target as MoveTarget);
        else announce(backWords(source.data as Lifted));
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
