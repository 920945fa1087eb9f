import type { Member } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';
import type { Person } from '#contract/task';

import type { VendorRecord } from '../port';
import { linkKinds } from './mapping';
import type { LinkKind } from './mapping';
import type { WireBlock, WireRecord, WireTask, WireUser } from './wire';

const nobody: Person = {
  name: null,
  company: null,
  jobTitle: null,
  email: null,
  phone: null,
  linkedin: null,
};

export function toMember({ id, full_name, email }: WireUser): Member {
  return { id, name: full_name || email || id, email: email || null };
}

/** What a row tells of its records in its compact blocks; a block without a name tells nothing. */
export function toInlineRecords(wire: WireTask): VendorRecord[] {
  return linkKinds.flatMap((kind) => {
    const block = wire[kind];
    const id = wire[`${kind}_id`] || block?.id;
    return block && id && nameOf(block) !== null ? [toRecord(kind, { ...block, id })] : [];
  });
}

/** A contact is a human, a company a firm; a deal and an event are neither. */
export function toRecord(kind: LinkKind, record: WireRecord): VendorRecord {
  const name = nameOf(record);
  const shown = name ?? (record.email || record.domain || record.id);
  return { kind, id: record.id, name: shown, person: personOf(kind, record, shown, name) };
}

/** A record as a hit of the search: under its name stands what tells it from its namesakes. */
export function toMatch(kind: LinkKind, record: WireRecord): ParentMatch {
  const details = {
    contact: [companyOf(record), record.email],
    company: [record.domain, record.industry],
    deal: [companyOf(record), record.stage || record.status],
    event: [(record.starts_at || record.start_time || record.start || '').slice(0, 10)],
  };
  return {
    kind,
    id: record.id,
    name: toRecord(kind, record).name,
    detail: joined(details[kind], ' · '),
  };
}

function personOf(kind: LinkKind, record: WireRecord, shown: string, name: string | null): Person {
  if (kind === 'company') return { ...nobody, company: shown };
  if (kind !== 'contact') return nobody;
  return {
    name,
    company: companyOf(record),
    jobTitle: record.job_title || null,
    email: record.email || null,
    phone: record.phone || null,
    linkedin: record.linkedin_url || null,
  };
}

function nameOf({ full_name, name, title, first_name, last_name }: WireBlock): string | null {
  return full_name || name || joined([first_name, last_name], ' ') || title || null;
}

function companyOf({ company_name, company }: WireBlock): string | null {
  return company_name || company || null;
}

function joined(parts: readonly (string | null | undefined)[], between: string): string {
  return parts.filter((part) => Boolean(part)).join(between);
}
