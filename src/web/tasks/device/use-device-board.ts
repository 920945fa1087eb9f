import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { useZone } from '../clock/use-clock';
import { useLineDown } from '../use-line-down';
import { useNow } from '../use-now';
import { useRep } from '../use-rep';
import type { DeviceBoard } from './device-board';
import type { searchDevice } from './search-device';

let search: typeof searchDevice | null = null;
const listeners = new Set<() => void>();

/** Fetches what searches without a server, as long as there is one. */
export async function loadDeviceSearch(): Promise<void> {
  search ??= (await import('./search-device')).searchDevice;
  for (const listener of listeners) listener();
}

/**
 * What the filter finds on this device while nobody answers; null when somebody does, and when it is not `wanted` since the
 * columns are here.
 */
export function useDeviceBoard(filter: TaskFilter, wanted: boolean): DeviceBoard | null {
  const client = useQueryClient();
  const find = useSyncExternalStore(subscribe, () => search);
  const away = useLineDown();
  const zone = useZone();
  const now = useNow(60_000);
  const [rep] = useRep();
  if (find === null || !wanted || !away) return null;
  return find(client, { filter, now, zone, rep });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
