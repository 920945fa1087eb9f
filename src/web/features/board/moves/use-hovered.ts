import { useEffect, useState, type RefObject } from 'react';

/** Whether cards in the air are above an element, also one that takes none of them. */
export function useHovered(element: RefObject<HTMLElement | null>): boolean {
  const [hovered, setHovered] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const look = ({ target }: DragEvent) =>
      setHovered(target instanceof Node && element.current?.contains(target) === true);
    // A finger sends only the second.
    for (const type of ['dragenter', 'dragover'] as const)
      window.addEventListener(type, look, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [element]);
  return hovered;
}
