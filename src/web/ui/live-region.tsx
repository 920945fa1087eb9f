import { useSyncExternalStore } from 'react';

let said = '';
let timer = 0;
const listeners = new Set<() => void>();

/**
 * Has the page's one live region say `words`; saying the same again is heard again. They stand there for `trueForMs` or until
 * something else is said; the answer takes them away sooner.
 */
export function announce(words: string, trueForMs = 6000): () => void {
  // A trailing no-break space makes the same words a new text, which a screen reader speaks again.
  const text = said === words ? `${words}\u00A0` : words;
  const retract = () => {
    if (said === text) say('');
  };
  say(text);
  timer = window.setTimeout(retract, trueForMs);
  return retract;
}

function say(text: string): void {
  clearTimeout(timer);
  said = text;
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
