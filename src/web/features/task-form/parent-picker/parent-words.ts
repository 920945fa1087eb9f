import type { Parent } from '#contract/parent';
import { vendorRules } from '#contract/vendors';
import type { ParentKind, Vendor, VendorRules } from '#contract/vendors';

import type { FormParent } from '../values/form-values';

const kindWords: Record<ParentKind, string> = {
  contact: 'Contact',
  lead: 'Lead',
  company: 'Company',
  prospect: 'Prospect',
  deal: 'Deal',
  event: 'Event',
};

export function parentKindWord(kind: ParentKind): string {
  return kindWords[kind];
}

/** What a task can be linked to, as a sentence has it: "contact, company or lead". */
export function linkableWords(vendor: Vendor): string {
  const words = vendorRules[vendor].parents.kinds.map((kind) => kindWords[kind].toLowerCase());
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

/** How many records can be chosen, in the hint under the field. */
export function linkHint(vendor: Vendor, connection: string): string {
  const { max, tasks } = vendorRules[vendor].parents;
  if (max > 1 && tasks === 'each')
    return `One task is made for each ${linkableWords(vendor)} in ${connection}; at most ${max}.`;
  return `A ${linkableWords(vendor)} in ${connection}${max > 1 ? '; one of each' : ''}.`;
}

/** Tells the chosen records apart; one that is given by name has no id. */
export function parentKey({ kind, id, name }: Parent): string {
  return id === '' ? `${kind} named ${name}` : `${kind} ${id}`;
}

/**
 * The parents after one more is chosen: one of its kind is replaced where the vendor takes one of each, and the last
 * one where it takes no more.
 */
export function withParent(
  parents: readonly FormParent[],
  added: FormParent,
  { max, tasks }: Pick<VendorRules['parents'], 'max' | 'tasks'>,
): FormParent[] {
  const oneOfEach = max > 1 && tasks === 'one';
  const others = parents.filter(
    (parent) => parentKey(parent) !== parentKey(added) && !(oneOfEach && parent.kind === added.kind),
  );
  return [...others.slice(0, max - 1), added];
}

/** The records that a typed name can stand for: LeadLex looks up contacts and companies alone. */
export function namedParents({ byName, kinds }: VendorRules['parents'], typed: string): Parent[] {
  const name = typed.trim();
  if (!byName || name.length < 2) return [];
  const known = kinds.filter((kind) => kind === 'contact' || kind === 'company');
  return known.map((kind) => ({ kind, id: '', name }));
}
