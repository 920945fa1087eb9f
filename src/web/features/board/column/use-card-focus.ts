import { useEffectEvent, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';

import type { Task } from '#contract/task';

import type { Row } from './rows';

type CardFocus = {
  /** The one card that Tab reaches. */
  tabStop: string | null;
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
};

/**
 * One tab stop for a column: the card that had the focus last. When that card leaves the column under the focus, whoever
 * moved it, the card that took its place is asked to take the focus too.
 */
export function useCardFocus(rows: readonly Row[], requestFocus: (taskId: string) => void): CardFocus {
  const tasks = rows.flatMap((row) => (row.kind === 'cards' ? row.tasks : []));
  const [last, setLast] = useState<{ id: string; index: number } | null>(null);
  const inside = useRef(false);
  const column = useRef<Element>(null);
  const present = last !== null && tasks.some((task) => task.id === last.id);
  const tabStop = present ? last.id : (tasks[Math.min(last?.index ?? 0, tasks.length - 1)]?.id ?? null);
  const lost = last !== null && !present;

  const passOn = useEffectEvent(() => {
    if (!inside.current || tabStop === null) return;
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere) requestFocus(tabStop);
  });
  useLayoutEffect(() => {
    if (lost) passOn();
  }, [lost]);

  // The last card takes the list with it; then the column's name has the focus.
  useLayoutEffect(
    () => () => {
      if (inside.current) column.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    },
    [],
  );

  return {
    tabStop,
    onFocus: (event) => {
      inside.current = true;
      column.current = event.currentTarget.closest('[data-column]');
      const id = event.target.closest('[data-task-id]')?.getAttribute('data-task-id');
      if (id) setLast({ id, index: indexOf(tasks, id) });
    },
    onBlur: (event) => {
      // A card that leaves the page takes the focus with it, and then this is not called.
      inside.current = event.currentTarget.contains(event.relatedTarget);
    },
  };
}

function indexOf(tasks: readonly Task[], id: string): number {
  return Math.max(
    0,
    tasks.findIndex((task) => task.id === id),
  );
}
