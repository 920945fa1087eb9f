import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

/**
 * Keeps what is typed between the key that opens a dialog and the field in it, which may still have to be fetched: on the
 * board behind, the same letters would complete and ignore. Answers how to take it over, once the field has the focus or it
 * is known that there will be none; from then on all keys go their own way. A line break at its end stands for Enter.
 */
export function useTypedAhead(waiting: boolean, giveUp: () => void): () => string {
  /** Null: nobody waits for it. */
  const typed = useRef<string | null>(null);
  useLayoutEffect(() => {
    typed.current = waiting ? '' : null;
  }, [waiting]);
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (typed.current === null || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === 'Escape') giveUp();
    else if (key === 'Backspace') typed.current = typed.current.slice(0, -1);
    else if (typed.current.endsWith('\n')) return;
    else if (key === 'Enter') typed.current += '\n';
    else if (key.length === 1) typed.current += key;
  });
  // From the start, so that it hears a key before whatever is opened later.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
  return () => {
    const taken = typed.current ?? '';
    typed.current = null;
    return taken;
  };
}
