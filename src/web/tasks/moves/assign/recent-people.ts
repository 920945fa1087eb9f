import * as z from 'zod/mini';

import { keepMemory, readMemory } from '../../../ui/kept/memory';
import type { Assignable } from './assignables';

const place = 'outboard.assigned';
const most = 12;

/** What this browser knows a person by, in each of their teams. */
export function keysOfPerson({ ids }: Pick<Assignable, 'ids'>): string[] {
  return Object.entries(ids).map(([team, id]) => `${team} ${id}`);
}

/** To whom tasks were given in this browser, newest first, by `keysOfPerson`. */
export function recentPeople(): readonly string[] {
  return readMemory(place, z.array(z.string())) ?? [];
}

export function rememberPerson(person: Assignable): void {
  const keys = keysOfPerson(person);
  const next = [...keys, ...recentPeople().filter((key) => !keys.includes(key))].slice(0, most);
  keepMemory(place, next);
}
