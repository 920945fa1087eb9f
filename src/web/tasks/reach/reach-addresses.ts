import type { Person } from '#contract/task';
import type { Channel } from '#contract/vendors';

import { webAddress } from './web-address';

export type Way = { kind: 'call' | 'email' | 'linkedin'; text: string; href: string };

/** What a telephone program opens. */
export function callAddress(phone: string): string {
  return `tel:${phone.replace(/[^\d+*#]/g, '')}`;
}

/** What a mail program opens. */
export function mailAddress(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;
}

/** The ways to reach a person that are known, the channel's own first. */
export function waysToReach({ phone, email, linkedin }: Person, channel: Channel): Way[] {
  const profile = webAddress(linkedin);
  const ways: Way[] = [
    ...(phone ? [{ kind: 'call' as const, text: phone, href: callAddress(phone) }] : []),
    ...(email ? [{ kind: 'email' as const, text: email, href: mailAddress(email) }] : []),
    ...(profile ? [{ kind: 'linkedin' as const, text: profile, href: profile }] : []),
  ];
  const first = channel === 'whatsapp' ? 'call' : channel;
  return ways.toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first));
}
