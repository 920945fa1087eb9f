import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

import type { Task } from '#contract/task';

import type { InHand } from './card-actions';

/** Makes the element a card that can be lifted, with all that goes `inHand` with it; tells whether it is in the air. */
export function useDraggableCard(
  element: RefObject<HTMLElement | null>,
  task: Task,
  inHand: (task: Task) => InHand,
): boolean {
  const [lifted, setLifted] = useState(false);
  const present = useEffectEvent(() => ({ task, ...inHand(task) }));
  useEffect(() => {
    const card = element.current;
    if (card === null) return undefined;
    const stop = draggable({
      element: card,
      getInitialData: present,
      // The browser draws the card in hand from the element as it is in this moment: without its buttons.
      onGenerateDragPreview: ({ source }) =>
        card.setAttribute('data-preview', source.data['count'] === 1 ? '' : String(source.data['count'])),
      onDragStart: () => {
        card.removeAttribute('data-preview');
        setLifted(true);
      },
      onDrop: () => setLifted(false),
    });
    const stopTouch = navigator.maxTouchPoints > 0 ? takeTouch(card) : null;
    return () => {
      stopTouch?.();
      stop();
    };
  }, [element]);
  return lifted;
}

/** Only fingers need it; until it is there, or where it does not come, the menu and the thumb bar make the same moves. */
function takeTouch(card: HTMLElement): () => void {
  let stop: (() => void) | null = () => {};
  void import('../moves/touch/lift-by-touch').then(
    ({ liftByTouch }) => {
      if (stop !== null) stop = liftByTouch(card);
    },
    () => {},
  );
  return () => {
    stop?.();
    stop = null;
  };
}
