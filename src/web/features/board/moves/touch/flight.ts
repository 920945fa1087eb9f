import { ghostOf } from './ghost';

type Point = { x: number; y: number };

/** A card that a finger carries. */
export type Flight = {
  carryTo: (at: Point) => void;
  /** Drops it where the finger is, if that place takes it. */
  letGo: () => void;
  /** Puts it back. */
  giveUp: () => void;
};

/** Lifts the card: says so to the drag library in the events of a native drag, frame by frame until `onEnd`. */
export function airborne(card: HTMLElement, from: Point, onEnd: () => void): Flight {
  const tell = teller();
  const onGround = new AbortController();
  let at = from;
  let frame = 0;
  let place: Element = card;
  let isTaken = false;
  const hover = () => {
    place = document.elementFromPoint(at.x, at.y) ?? document.body;
    isTaken = tell('dragover', place, at);
  };
  const follow = () => {
    ghost.moveTo(at);
    hover();
    frame = requestAnimationFrame(follow);
  };
  const end = (dropped: boolean) => {
    if (onGround.signal.aborted) return;
    onGround.abort();
    cancelAnimationFrame(frame);
    ghost.remove();
    if (dropped) hover();
    if (dropped && isTaken) tell('drop', place, at);
    tell('dragend', card.isConnected ? card : document.body, at);
    // Until the pointer moves, the library keeps a guard where the card was lifted; it would take the next press there.
    window.dispatchEvent(new PointerEvent('pointermove'));
    onEnd();
  };

  const { signal } = onGround;
  const listen = (type: string, hear: (event: Event) => void) =>
    window.addEventListener(type, hear, { capture: true, signal });
  // In a native drag there are none; the library would take it as broken off.
  listen('pointermove', (event) => event.stopImmediatePropagation());
  // A second finger, or another window.
  for (const type of ['pointerdown', 'blur']) listen(type, () => end(false));
  listen('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  });
  tell('dragstart', card, at);
  const ghost = ghostOf(card);
  frame = requestAnimationFrame(follow);
  return {
    carryTo: (next) => {
      at = next;
    },
    letGo: () => end(true),
    giveUp: () => end(false),
  };
}

/** Sends the events of one drag; answers whether somebody took the event as theirs. */
function teller(): (type: string, to: Element, at: Point) => boolean {
  const dataTransfer = new DataTransfer();
  return (type, to, { x: clientX, y: clientY }) => {
    const how = { bubbles: true, cancelable: true, composed: true };
    return !to.dispatchEvent(new DragEvent(type, { ...how, clientX, clientY, dataTransfer }));
  };
}
