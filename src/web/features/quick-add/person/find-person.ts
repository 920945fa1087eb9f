import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, skipToken } from '@tanstack/react-query';

import type { Connection } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';
import { vendorRules, type Vendor } from '#contract/vendors';

import { parentQueries } from '../../../tasks/queries';

/**
 * Who a line may be about: the name that found them, and all who bear it. `sure`: one of them is meant, and not merely
 * somebody who shares a part of the name.
 */
export type Found = { name: string; matches: readonly ParentMatch[]; sure: boolean };

/** Searches the connection's records for the first of the names that anyone bears. */
export function personQuery(client: QueryClient, connection: Connection | null, names: readonly string[]) {
  return queryOptions({
    queryKey: ['quick-add', 'person', connection?.id, names] as const,
    queryFn: connection === null ? skipToken : () => findPerson(client, connection, names),
    enabled: names.length > 0,
    staleTime: 60_000,
    retry: false,
  });
}

async function findPerson(
  client: QueryClient,
  { id, vendor }: Connection,
  names: readonly string[],
): Promise<Found> {
  for (const name of names) {
    const { enabled: _, ...search } = parentQueries.search(id, name);
    const all = await client.fetchQuery({ ...search, retry: false });
    const matches = meant(all, name, vendor);
    if (matches.length > 0) return { name, matches, sure: isSure(matches, name, names) };
  }
  return { name: names[0] ?? '', matches: [], sure: false };
}

/**
 * Those of the matches that the vendor can link and that bear the whole name; where none does, those with each of its words.
 * One human who is there as several records counts once.
 */
export function meant(all: readonly ParentMatch[], name: string, vendor: Vendor): ParentMatch[] {
  const { kinds } = vendorRules[vendor].parents;
  const known = all
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const wanted = plain(name);
  const whole = known.filter((match) => plain(match.name) === wanted);
  const words = wanted.split(' ');
  const partly = known.filter((match) => {
    const has = plain(match.name).split(' ');
    return words.every((word) => has.some((one) => one.startsWith(word)));
  });
  const kept = whole.length > 0 ? whole : partly;
  const faces = kept.map((match) => `${plain(match.name)} ${match.detail}`);
  return kept.filter((_, index) => faces.indexOf(faces[index] ?? '') === index);
}

/** Of "Rémi Noël" another Rémi is no match to be sure of; neither is an Anna of "Ann". */
export function isSure(matches: readonly ParentMatch[], name: string, names: readonly string[]): boolean {
  const [only, more] = matches;
  if (only === undefined || more !== undefined) return false;
  if (plain(only.name) === plain(name)) return true;
  const has = plain(only.name).split(' ');
  const words = plain(name).split(' ');
  return name === names[0] && words.every((word) => has.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/gu, ' ').toLowerCase();
}
