import * as z from 'zod/mini';

import { parentMatch } from '#contract/parent';
import type { ParentMatch } from '#contract/parent';

import { keepMemory, readMemory } from '../../../ui/kept/memory';

const key = 'outboard:names';
const shape = z.record(z.string(), z.record(z.string(), parentMatch));

/** Remembers which record of a connection the rep meant by a name. */
export function rememberName(connectionId: string, name: string, meant: ParentMatch): void {
  const all = readMemory(key, shape) ?? {};
  keepMemory(key, { ...all, [connectionId]: { ...all[connectionId], [plainName(name)]: meant } });
}

/** The records that the rep meant before by a name that begins with what is typed. */
export function rememberedFor(connectionId: string, typed: string): ParentMatch[] {
  const wanted = plainName(typed);
  if (wanted.length < 2) return [];
  const known = Object.entries(readMemory(key, shape)?.[connectionId] ?? {});
  return known.flatMap(([name, meant]) => (name.startsWith(wanted) ? [meant] : []));
}

/** The record that the rep meant by this very name the last time. */
export function rememberedAs(connectionId: string, name: string): ParentMatch | undefined {
  return readMemory(key, shape)?.[connectionId]?.[plainName(name)];
}

/** The matches with the remembered ones before all others, each once. */
export function rememberedFirst(
  remembered: readonly ParentMatch[],
  matches: readonly ParentMatch[],
): ParentMatch[] {
  const all = [...remembered, ...matches];
  const keys = all.map(({ kind, id }) => `${kind} ${id}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** A name without what people leave out or write another way: case, accents, further spaces. */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
}
