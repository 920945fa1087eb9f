import { useEffect, useRef } from 'react';

/**
 * Brings the focus to the panel's title when a rep opens a task, from the board or from the panel itself, and back to where
 * it came from when the panel closes. A page that loads with an open panel keeps its focus.
 */
export function usePanelFocus(taskId: string) {
  const panel = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const shown = useRef<string | null>(null);

  useEffect(() => {
    if (shown.current === taskId) return;
    const changed = shown.current !== null;
    shown.current = taskId;
    const before = document.activeElement;
    // What was pressed in the panel went with the task before.
    const inside = before === null || before === document.body || panel.current?.contains(before);
    if (inside && !changed) return;
    if (!inside) cameFrom.current = before;
    panel.current?.scrollTo(0, 0);
    panel.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [taskId]);

  useEffect(
    () => () => {
      const inside = document.activeElement === document.body || document.activeElement === null;
      if (inside && cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected)
        cameFrom.current.focus();
    },
    [],
  );
  return panel;
}
