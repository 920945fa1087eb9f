import { vendorRules } from '#contract/vendors';
import type { ParentKind, Vendor } from '#contract/vendors';

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

/** The parents after one more is chosen: it replaces the last one where the vendor takes no more. */
export function withParent(parents: readonly FormParent[], added: FormParent, max: number): FormParent[] {
  const others = parents.filter(({ kind, id }) => kind !== added.kind || id !== added.id);
  return [...others.slice(0, max - 1), added];
}
