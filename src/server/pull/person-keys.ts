import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

import type { Person } from '#contract/task';

/**
 * What tells that two records are the same human, whatever the vendor: email, LinkedIn profile, phone in E.164. A phone
 * without its country is left out, since two people can share the rest.
 */
export function personKeys(person: Pick<Person, 'email' | 'linkedin' | 'phone'>): string[] {
  const keys = [emailKey(person.email), linkedinKey(person.linkedin), phoneKey(person.phone)];
  return keys.filter((key) => key !== null).toSorted();
}

function emailKey(email: string | null): string | null {
  const text = email?.trim().toLowerCase() ?? '';
  return text.includes('@') ? `email ${text}` : null;
}

/** Profiles are written with and without scheme, `www`, country and trailing slash. */
function linkedinKey(address: string | null): string | null {
  const profile = /linkedin\.com\/(?:in|pub)\/([^/?#\s]+)/i.exec(address ?? '')?.[1];
  return profile === undefined ? null : `linkedin ${decode(profile).toLowerCase()}`;
}

function phoneKey(phone: string | null): string | null {
  const number = parsePhoneNumberFromString(phone ?? '');
  return number?.isValid() === true ? `phone ${number.number}` : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
