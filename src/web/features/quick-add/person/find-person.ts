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
export type Found = {
  name: string;
  matches: readonly ParentMatch[];
  sure: boolean;
  /** Other tools that know somebody of this name, where this one does not. */
  elsewhere: readonly Connection[];
};

/**
 * Searches the connection's records for the first of the names that anyone bears; where the likeliest is borne by nobody,
 * the `others` are asked too.
 */
export function personQuery(
  client: QueryClient,
  connection: Connection | null,
  { names, others }: { names: readonly string[]; others: readonly Connection[] },
) {
  return queryOptions({
    queryKey: ['quick-add', 'person', connection?.id, names] as const,
    queryFn:
      connection === null
        ? skipToken
        : async () => {
            const found = await findPerson(client, connection, names);
            const isThere = found.sure || (found.matches.length > 0 && found.name === names[0]);
            const known = others.filter(({ id }) => id !== connection.id);
            return { ...found, elsewhere: isThere ? [] : await whoKnows(client, known, names) };
          },
    enabled: names.length > 0,
    staleTime: 60_000,
    retry: false,
  });
}

async function findPerson(
  client: QueryClient,
  { id, vendor }: Connection,
  names: readonly string[],
): Promise<Omit<Found, 'elsewhere'>> {
  for (const name of names) {
    const matches = meant(await search(client, id, name), name, vendor);
    if (matches.length > 0) return { name, matches, sure: isSure(matches, name, names) };
  }
  return { name: names[0] ?? '', matches: [], sure: false };
}

/** Those of the connections where somebody bears one of the whole names; what cannot be asked is not known. */
async function whoKnows(
  client: QueryClient,
  connections: readonly Connection[],
  names: readonly string[],
): Promise<Connection[]> {
  const whole = names.filter((name, index) => index === 0 || name.includes(' '));
  const asked = connections.map(async (connection) => {
    for (const name of whole) {
      const all = meant(await search(client, connection.id, name), name, connection.vendor);
      if (all.some((match) => plain(match.name) === plain(name))) return connection;
    }
    return null;
  });
  const answers = await Promise.all(asked.map((one) => one.catch(() => null)));
  return answers.filter((one) => one !== null);
}

function search(client: QueryClient, id: string, name: string): Promise<ParentMatch[]> {
  const { enabled: _, ...query } = parentQueries.search(id, name);
  return client.fetchQuery({ ...query, retry: false });
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
