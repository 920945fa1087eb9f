import { useEffect } from 'react';

let holders = 0;

/** For those who hear a key before the page does: it is meant for what is on its way. */
export function keysAreHeld(): boolean {
  return holders > 0;
}

/** Stands where a dialog or a menu is fetched: what is typed for it must not complete or ignore a card on the board behind. */
export function HeldKeys() {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    holders += 1;
    window.addEventListener('keydown', hold, { capture: true });
    return () => {
      holders -= 1;
      window.removeEventListener('keydown', hold, { capture: true });
    };
  }, []);
  return null;
}
