import { z } from 'zod';

const place = 'outboard.palette';
const keptCount = 3;
const kept = z.array(z.string()).catch([]);

/** The ids of what was last chosen in this browser, the newest first. */
export function recentEntries(): readonly string[] {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(place) ?? '[]'));
  } catch {
    return [];
  }
}

/** Remembers a choice; only of what is there tomorrow too. */
export function keepRecent(id: string): void {
  const ids = [id, ...recentEntries().filter((one) => one !== id)].slice(0, keptCount);
  localStorage.setItem(place, JSON.stringify(ids));
}
