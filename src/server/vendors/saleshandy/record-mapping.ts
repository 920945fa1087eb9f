import type { Campaign, Member } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';

import type { VendorRecord } from '../port';
import type { WireMember, WireProspect, WireProspectBlock, WireSequence } from './wire';

export function toMember({ id, name, firstName, lastName, email }: WireMember): Member {
  return {
    id,
    name: name || joined([firstName, lastName], ' ') || email || id,
    email: email || null,
  };
}

export function toCampaign({ id, name, status }: WireSequence): Campaign {
  return { id, name: name || id, state: status || null };
}

/** The prospect that a listed task shows beside itself. */
export function toRecord(block: WireProspectBlock): VendorRecord {
  const name = joined([block.firstName, block.lastName], ' ') || block.name || null;
  const person = {
    name,
    company: block.company || null,
    jobTitle: block.jobTitle || null,
    email: block.email || null,
    phone: block.phone || null,
    linkedin: block.linkedin || null,
  };
  return { kind: 'prospect', id: block.id, name: name ?? person.email ?? block.id, person };
}

/** A prospect of the search, whose fields stand among its attributes under their names on the screen. */
export function toProspectMatch({ id, email, attributes }: WireProspect): ParentMatch {
  const attribute = (key: string) => {
    const value = attributes?.find((one) => one.key.toLowerCase() === key)?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const { name, person } = toRecord({
    id,
    email,
    firstName: attribute('first name'),
    lastName: attribute('last name'),
    company: attribute('company'),
  });
  return { kind: 'prospect', id, name, detail: joined([person.company, person.email], ' · ') };
}

function joined(parts: readonly (string | null | undefined)[], between: string): string {
  return parts.filter((part) => Boolean(part)).join(between);
}
