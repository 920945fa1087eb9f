import type { ParentMatch } from '#contract/parent';

import type { NamedRecords } from '../vendors/port';

/** What a name means: one record beyond doubt, or one of those that it fits; none of them when it fits none. */
export type NameMeaning = { surely: ParentMatch | null; fits: readonly ParentMatch[]; all: boolean };

const letters = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });

/**
 * What a typed name means among the records that a search found: the only one of the same name, whatever its case and
 * accents. Else it fits those of the same name, or without one those in whose name each typed word begins a word.
 */
export function nameMeaning(name: string, { matches, all }: NamedRecords): NameMeaning {
  const same = matches.filter((one) => letters.compare(evenly(one.name), evenly(name)) === 0);
  const surely = all && same.length === 1 ? (same[0] ?? null) : null;
  return { surely, fits: same.length > 0 ? same : matches.filter((one) => isNear(name, one.name)), all };
}

/** The words of a name. */
export function wordsOf(name: string): string[] {
  return evenly(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isNear(typed: string, name: string): boolean {
  const known = wordsOf(name);
  return wordsOf(typed).every((word) =>
    known.some((other) => letters.compare(other.slice(0, word.length), word) === 0),
  );
}

function evenly(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}
