import * as z from 'zod/mini';

import { keepMemory, readMemory } from '../../ui/kept/memory';

const place = 'outboard.palette';
const keptCount = 3;

/** The ids of what was last chosen in this browser, the newest first. */
export function recentEntries(): readonly string[] {
  return readMemory(place, z.array(z.string())) ?? [];
}

/** Remembers a choice; only of what is there tomorrow too. */
export function keepRecent(id: string): void {
  const ids = [id, ...recentEntries().filter((one) => one !== id)].slice(0, keptCount);
  keepMemory(place, ids);
}
