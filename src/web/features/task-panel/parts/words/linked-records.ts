import type { Parent } from '#contract/parent';

/** The records of a task by name, a person who is both contact and lead once; those without a name only where none has one. */
export function linkedRecords(parents: readonly Parent[]): { name: string; kinds: string }[] {
  const named = parents.filter(({ name }) => name !== '');
  const kindsOf = new Map<string, Set<string>>();
  for (const { name, kind } of named.length > 0 ? named : parents)
    kindsOf.set(name, (kindsOf.get(name) ?? new Set()).add(kind));
  return [...kindsOf].map(([name, kinds]) => ({ name, kinds: [...kinds].join(', ') }));
}
