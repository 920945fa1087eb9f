import type { Campaign, Member } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';
import type { Person } from '#contract/task';

import type { VendorRecord } from '../port';
import type { WireCampaign, WireCompany, WireContact, WireLead, WireMember } from './wire';

export function toMember({ userId, name, email }: WireMember): Member {
  return { id: userId, name: name || email || userId, email: email || null };
}

export function toCampaign({ _id, name, status }: WireCampaign): Campaign {
  return { id: _id, name: name || _id, state: status || null };
}

export function toContactRecord({ _id, fullName, email, linkedinUrl, fields }: WireContact): VendorRecord {
  const field = (name: string) => {
    const value = fields?.[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const name = fullName || joined([field('firstName'), field('lastName')], ' ') || null;
  const person = {
    name,
    company: field('companyName'),
    jobTitle: field('jobTitle'),
    email: email || null,
    phone: field('phone'),
    // assumed: the profile stands beside the email, or among the fields under the name that a lead bears it by.
    linkedin: linkedinUrl || field('linkedinUrl'),
  };
  return { kind: 'contact', id: _id, name: name ?? person.email ?? _id, person };
}

export function toLeadRecord(lead: WireLead): VendorRecord {
  const name = lead.fullName || joined([lead.firstName, lead.lastName], ' ') || null;
  const person = {
    name,
    company: lead.companyName || null,
    jobTitle: lead.jobTitle || null,
    email: lead.email || null,
    phone: lead.phone || null,
    linkedin: lead.linkedinUrl || null,
  };
  return { kind: 'lead', id: lead._id, name: name ?? person.email ?? lead._id, person };
}

export function toCompanyRecord({ _id, name, domain }: WireCompany): VendorRecord {
  const shown = name || domain || _id;
  const person: Person = {
    name: null,
    company: shown,
    jobTitle: null,
    email: null,
    phone: null,
    linkedin: null,
  };
  return { kind: 'company', id: _id, name: shown, person };
}

/** A record as a hit of the search: under its name stands what tells it from its namesakes. */
export function toMatch(record: VendorRecord): ParentMatch {
  const { kind, id, name, person } = record;
  return {
    kind,
    id,
    name,
    detail: joined([kind === 'company' ? null : person.company, person.email], ' · '),
  };
}

export function toCompanyMatch(company: WireCompany): ParentMatch {
  return { ...toMatch(toCompanyRecord(company)), detail: company.domain || '' };
}

function joined(parts: readonly (string | null | undefined)[], between: string): string {
  return parts.filter((part) => Boolean(part)).join(between);
}
