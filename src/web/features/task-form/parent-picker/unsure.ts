import type { FieldError } from '#contract/errors';
import type { Parent, ParentMatch } from '#contract/parent';

import type { UnsureParent } from './unsure-parents';

/**
 * The records that complaints or candidates are about, of those that were given by name: the one of a path such as
 * `parents.1`, the only one of the candidates' kind, or the only one at all.
 */
export function unsureParents(
  errors: readonly FieldError[],
  candidates: readonly ParentMatch[],
  parents: readonly Parent[],
): UnsureParent[] {
  const byName = parents.filter(({ id }) => id === '');
  const ofKind = byName.find(({ kind }) => kind === candidates[0]?.kind);
  if (ofKind !== undefined) return [{ parent: ofKind, candidates }];
  const blamed = errors.flatMap(({ path }) => {
    const index = /^(?:payload\.)?parents(?:\.(\d+))?/.exec(path);
    if (index === null) return [];
    return index[1] === undefined ? (byName.length === 1 ? byName : []) : (parents[Number(index[1])] ?? []);
  });
  const unique = new Set(blamed.filter(({ id }) => id === ''));
  return [...unique].map((parent) => ({ parent, candidates: [] }));
}

/** The complaints with the name of the record that each is about, where there are several. */
export function withNames(errors: readonly FieldError[], parents: readonly Parent[]): FieldError[] {
  return errors.map(({ path, message }) => {
    const index = /^parents\.(\d+)/.exec(path)?.[1];
    const name = index === undefined ? undefined : parents[Number(index)]?.name;
    return name && parents.length > 1 ? { path, message: `${name}: ${message}` } : { path, message };
  });
}
