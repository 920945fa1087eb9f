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
  const unsure = new Map<Parent, UnsureParent['candidates']>();
  for (const { path, candidates: offered } of errors) {
    const parent = blamedParent(path, parents, byName);
    if (parent?.id === '' && !unsure.has(parent)) unsure.set(parent, offered ?? null);
  }
  return [...unsure].map(([parent, offered]) => ({ parent, candidates: offered }));
}

function blamedParent(
  path: string,
  parents: readonly Parent[],
  byName: readonly Parent[],
): Parent | undefined {
  const index = /^(?:payload\.)?parents(?:\.(\d+))?/.exec(path);
  if (index === null) return undefined;
  if (index[1] !== undefined) return parents[Number(index[1])];
  return byName.length === 1 ? byName[0] : undefined;
}

/** The complaints with the name of the record that each is about, where there are several. */
export function withNames(errors: readonly FieldError[], parents: readonly Parent[]): FieldError[] {
  return errors.map(({ path, message }) => {
    const index = /^parents\.(\d+)/.exec(path)?.[1];
    const name = index === undefined ? undefined : parents[Number(index)]?.name;
    return name && parents.length > 1 ? { path, message: `${name}: ${message}` } : { path, message };
  });
}
