import { airborne, type Flight } from './flight';

/** Shorter than the browser's own long press, which would open its menu. */
const holdMs = 380;
/** What a finger that holds still may move. */
const slopPx = 9;

type Point = { x: number; y: number };

/**
 * A long press of a finger lifts the card, and from then on the finger carries it; a finger that moves before that scrolls.
 * The browsers' own drags by touch differ, and many have none, so this one tells the drag library what a mouse would.
 */
export function liftByTouch(card: HTMLElement): () => void {
  let down: Point | null = null;
  let timer = 0;
  let flight: Flight | null = null;

  const rest = () => {
    clearTimeout(timer);
    down = null;
    card.setAttribute('draggable', 'true');
  };
  const lift = (from: Point) => {
    flight = airborne(card, from, () => {
      flight = null;
      rest();
    });
  };
  const start = (event: TouchEvent) => {
    const at = pointOf(event);
    if (flight !== null || at === null || isOnControl(event.target)) return rest();
    // Else the browser would lift it as well.
    card.setAttribute('draggable', 'false');
    down = at;
    timer = window.setTimeout(() => lift(at), holdMs);
  };
  const move = (event: TouchEvent) => {
    const at = pointOf(event);
    if (flight !== null) {
      event.preventDefault();
      if (at !== null) flight.carryTo(at);
    } else if (down !== null && (at === null || Math.hypot(at.x - down.x, at.y - down.y) > slopPx)) rest();
  };
  const end = (event: TouchEvent) => {
    // The lifted finger is no press.
    if (flight !== null) event.preventDefault();
    flight?.letGo();
    rest();
  };
  const cancel = () => {
    flight?.giveUp();
    rest();
  };
  const noMenu = (event: Event) => {
    if (down !== null) event.preventDefault();
  };
  card.addEventListener('touchstart', start, { passive: true });
  card.addEventListener('touchmove', move, { passive: false });
  card.addEventListener('touchend', end, { passive: false });
  card.addEventListener('touchcancel', cancel);
  card.addEventListener('contextmenu', noMenu);
  return () => {
    cancel();
    card.removeEventListener('touchstart', start);
    card.removeEventListener('touchmove', move);
    card.removeEventListener('touchend', end);
    card.removeEventListener('touchcancel', cancel);
    card.removeEventListener('contextmenu', noMenu);
  };
}

/** Where the one finger is; null for several. */
function pointOf({ touches }: TouchEvent): Point | null {
  const [finger, ...more] = touches;
  return finger === undefined || more.length > 0 ? null : { x: finger.clientX, y: finger.clientY };
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role=menu]') !== null;
}
