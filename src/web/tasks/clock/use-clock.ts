import { useSyncExternalStore } from 'react';

import { currentClock, subscribeToClock, type Clock } from './clock';

/** How the rep reads and writes times; all that is drawn with it follows a new choice at once. */
export function useClock(): Clock {
  return useSyncExternalStore(subscribeToClock, currentClock);
}

/** The rep's zone, an IANA name. */
export function useZone(): string {
  return useClock().zone;
}
