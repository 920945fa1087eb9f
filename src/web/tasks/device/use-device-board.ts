import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { useZone } from '../clock/use-clock';
import type { Board } from '../live/changes';
import { wholeReach, type InFlight, type Reach } from '../pending';
import { useLineDown } from '../use-line-down';
import { useNow } from '../use-now';
import { useRep } from '../use-rep';
import type { DeviceBoard } from './device-board';
import type * as Device from './search-device';

let device: typeof Device | null = null;
const listeners = new Set<() => void>();

/** Fetches what searches without a server, as long as there is one. */
export async function loadDeviceSearch(): Promise<void> {
  device ??= await import('./search-device');
  for (const listener of listeners) listener();
}

/**
 * What the filter finds on this device while nobody answers; null when somebody does, and when it is not `wanted` since the
 * columns are here.
 */
export function useDeviceBoard(filter: TaskFilter, wanted: boolean): DeviceBoard | null {
  const client = useQueryClient();
  const loaded = useSyncExternalStore(subscribe, () => device);
  const away = useLineDown();
  const here = useHere();
  if (loaded === null || !wanted || !away) return null;
  return loaded.searchDevice(client, { filter, ...here });
}

/** Where the tasks that wait for the line belong on the filter's board, also those that it has not loaded. */
export function useDeviceReach(filter: TaskFilter, board: Board, inFlight: readonly InFlight[]): Reach {
  const client = useQueryClient();
  const loaded = useSyncExternalStore(subscribe, () => device);
  const here = useHere();
  if (loaded === null || !waits(inFlight)) return wholeReach;
  return loaded.reachOnDevice(client, { filter, board, inFlight, ...here });
}

/** How many more open tasks any filter has than the server said, by what waits for the line. */
export function useDeviceShift(inFlight: readonly InFlight[]): (filter: TaskFilter) => number {
  const client = useQueryClient();
  const loaded = useSyncExternalStore(subscribe, () => device);
  const here = useHere();
  if (loaded === null || !waits(inFlight)) return noShift;
  return loaded.shiftOnDevice(client, inFlight, here);
}

const noShift = () => 0;

function waits(inFlight: readonly InFlight[]): boolean {
  return inFlight.some(({ waitsFor }) => waitsFor !== undefined);
}

function useHere() {
  const zone = useZone();
  const now = useNow(60_000);
  const [rep] = useRep();
  return { now, zone, rep };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
