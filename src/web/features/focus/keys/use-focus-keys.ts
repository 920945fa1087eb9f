import { useEffect, useEffectEvent } from 'react';

import { keysAreHeld } from '../../../ui/held-keys';
import { isLetterKeyOff } from '../../../ui/letter-keys';
import { focusKey, type FocusKey } from './focus-key';

/** The keys of the focus queue; they rest while something is typed, and while a dialog or a menu stands over it. */
export function useFocusKeys(press: (key: FocusKey) => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || keysAreHeld() || isBusy(event.target) || isLetterKeyOff(event)) return;
    const key = focusKey(event);
    if (key === null) return;
    event.preventDefault();
    press(key);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    // Before the board behind, which knows some of the same keys and leaves those that are taken.
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  const typing = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]';
  if (target instanceof Element && target.closest(typing) !== null) return true;
  return document.querySelector('[role="dialog"]:not([data-focus-queue])') !== null;
}
