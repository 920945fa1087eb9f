import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

import type { Task } from '#contract/task';

/** Makes the element a card that can be lifted; tells whether it is in the air. */
export function useDraggableCard(element: RefObject<HTMLElement | null>, task: Task): boolean {
  const [lifted, setLifted] = useState(false);
  const present = useEffectEvent(() => task);
  useEffect(() => {
    const card = element.current;
    if (card === null) return undefined;
    return draggable({
      element: card,
      getInitialData: () => ({ task: present() }),
      // The browser draws the card in hand from the element as it is in this moment: without its buttons.
      onGenerateDragPreview: () => card.setAttribute('data-preview', ''),
      onDragStart: () => {
        card.removeAttribute('data-preview');
        setLifted(true);
      },
      onDrop: () => setLifted(false),
    });
  }, [element]);
  return lifted;
}
