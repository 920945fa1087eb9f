import type { Assignable } from './assignables';

const place = 'outboard.assigned';
const most = 12;

/** What this browser knows a person by, in each of their teams. */
export function keysOfPerson({ ids }: Pick<Assignable, 'ids'>): string[] {
  return Object.entries(ids).map(([team, id]) => `${team} ${id}`);
}

/** To whom tasks were given in this browser, newest first, by `keysOfPerson`. */
export function recentPeople(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberPerson(person: Assignable): void {
  const keys = keysOfPerson(person);
  const next = [...keys, ...recentPeople().filter((key) => !keys.includes(key))].slice(0, most);
  localStorage.setItem(place, JSON.stringify(next));
}
