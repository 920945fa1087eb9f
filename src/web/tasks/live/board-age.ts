import { useSyncExternalStore } from 'react';

import { liveState, subscribeToEvents } from '../../api/events';
import { lastHeardAt, subscribeToLine } from '../../api/line';

const listeners = new Set<() => void>();
let asOf: number | null = null;

/** Up to when the board that was restored is known to be true, in milliseconds; null once it has caught up. */
export function boardAsOf(): number | null {
  return asOf;
}

export function restoreBoardAsOf(at: number): void {
  become(at);
}

/** The server has told everything that changed since then. */
export function boardCaughtUp(): void {
  become(null);
}

export interface BoardAge {
  why: 'offline' | 'catching-up';
  /** Milliseconds; null when this browser has never heard from Outboard. */
  asOf: number | null;
}

/** Why the board may not be as it is at the server, and up to when it was; null while it follows the server. */
export function useBoardAge(): BoardAge | null {
  const offline = useSyncExternalStore(subscribe, () => liveState() === 'offline');
  const restored = useSyncExternalStore(subscribe, boardAsOf);
  const heard = useSyncExternalStore(subscribe, () => (liveState() === 'offline' ? lastHeardAt() : null));
  if (offline) return { why: 'offline', asOf: restored ?? heard };
  return restored === null ? null : { why: 'catching-up', asOf: restored };
}

function become(next: number | null): void {
  if (asOf === next) return;
  asOf = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const leaveLine = subscribeToLine(listener);
  const leaveEvents = subscribeToEvents({ onState: listener });
  return () => {
    listeners.delete(listener);
    leaveLine();
    leaveEvents();
  };
}
