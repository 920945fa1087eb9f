import { defaultFilter } from 'cmdk';

import type { Entry, EntryGroup } from './entry';

/** One letter within a word is skipped to; two letters and other words than the name allow no such thing. */
const skipping = 0.1;
const straight = 0.3;
const recentShare = 1.1;

/** The entries that fit the words, the best first; what was used lately goes before what fits as well. */
export function matching<One extends Entry>(
  entries: readonly One[],
  words: string,
  recent: readonly string[] = [],
): One[] {
  return ranked(entries, words, recent).map(({ entry }) => entry);
}

/** The groups with the entries that fit; the group of the best one goes first, so that Enter takes it. */
export function matchingGroups(
  groups: readonly EntryGroup[],
  words: string,
  recent: readonly string[],
): EntryGroup[] {
  return groups
    .map(({ title, entries }) => ({ title, fitting: ranked(entries, words, recent) }))
    .toSorted((a, b) => (b.fitting[0]?.score ?? 0) - (a.fitting[0]?.score ?? 0))
    .map(({ title, fitting }) => ({ title, entries: fitting.map(({ entry }) => entry) }));
}

function ranked<One extends Entry>(entries: readonly One[], words: string, recent: readonly string[]) {
  const typed = words.trim();
  return entries
    .map((entry) => ({ entry, score: score(entry, typed) * (recent.includes(entry.id) ? recentShare : 1) }))
    .filter((one) => one.score > 0)
    .toSorted((a, b) => b.score - a.score);
}

/** With nothing typed: the entries that were used lately in a group of their own, first, and not a second time below. */
export function recentFirst(groups: readonly EntryGroup[], recent: readonly string[]): EntryGroup[] {
  const all = groups.flatMap(({ entries }) => entries);
  const used = recent.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
  return [
    { title: 'Recent', entries: used },
    ...groups.map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => !used.includes(entry)),
    })),
  ].filter(({ entries }) => entries.length > 0);
}

/** 0: does not fit. */
function score({ name, also = '' }: Entry, typed: string): number {
  const inName = defaultFilter(name, typed);
  const inAlso = 0.8 * defaultFilter(`${name} ${also}`, typed);
  if (inName > (typed.length > 2 ? skipping : straight)) return Math.max(inName, inAlso);
  return inAlso > straight ? inAlso : 0;
}
