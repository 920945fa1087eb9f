import { useEffect } from 'react';

/** Stands where a dialog or a menu is fetched: what is typed for it must not complete or ignore a card on the board behind. */
export function HeldKeys() {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', hold, { capture: true });
    return () => window.removeEventListener('keydown', hold, { capture: true });
  }, []);
  return null;
}
