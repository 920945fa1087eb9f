import { useSyncExternalStore } from 'react';

import { dateIn } from '#contract/dates';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * The present time in milliseconds, rounded down to `step` (a second; give 60,000 where minutes are shown: such a component
 * renders once a minute). All users share one timer, which ticks with the clock's seconds and only while somebody looks.
 */
export function useNow(step: 1000 | 60_000 = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / step) * step);
}

/** The calendar date of now in the zone, YYYY-MM-DD; right within a second of midnight, also after the computer has slept. */
export function useToday(zone: string): string {
  return useSyncExternalStore(subscribe, () => dateIn(zone, new Date()));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) tickNextSecond();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

function tickNextSecond(): void {
  timer = setTimeout(
    () => {
      tickNextSecond();
      for (const listener of listeners) listener();
    },
    1000 - (Date.now() % 1000),
  );
}
