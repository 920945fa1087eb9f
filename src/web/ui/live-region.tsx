import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Has the page's one live region say `words`; saying the same again is heard again. */
export function announce(words: string): void {
  // A trailing no-break space makes the same words a new text, which a screen reader speaks again.
  said = said === words ? `${words}\u00A0` : words;
  for (const listener of listeners) listener();
}

/** Once at the root. */
export function LiveRegion() {
  const words = useSyncExternalStore(subscribe, () => said);
  return (
    <output aria-live="polite" className="sr-only">
      {words}
    </output>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
