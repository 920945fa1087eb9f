import type { Connection } from '#contract/connection';
import { dateIn } from '#contract/dates';
import { vendorRules, vendorTaskType } from '#contract/vendors';
import type { Priority, Vendor, VendorTaskType } from '#contract/vendors';

import { tomorrowMorning } from '../../../tasks/due/due-parts';
import type { DueParts } from '../../../tasks/due/due-parts';

/** The types that a new task of this vendor can have. */
export function creatableTypes(vendor: Vendor): VendorTaskType[] {
  return vendorRules[vendor].types.filter(({ creatable }) => creatable);
}

type WishedType = { last?: string | undefined; from?: { vendor: Vendor; type: string } | undefined };

/**
 * The type to start with: what stands in the form where the vendor takes it or has one of its channel, else the last
 * one used there, else the vendor's first. Where any word will do it is the rep's own: one from there, or none.
 */
export function startingType(vendor: Vendor, { last, from }: WishedType): string {
  if (vendorRules[vendor].freeType) return (from?.vendor === vendor && from.type) || (last ?? '');
  const types = creatableTypes(vendor);
  const known = (value: string | undefined) => types.find((type) => type.value === value)?.value;
  const channel =
    from === undefined || from.type === '' ? null : vendorTaskType(from.vendor, from.type).channel;
  const ofChannel = types.filter((type) => type.channel === channel);
  const lastOfChannel = ofChannel.find(({ value }) => value === last) ?? ofChannel[0];
  return known(from?.type) ?? lastOfChannel?.value ?? known(last) ?? types[0]?.value ?? '';
}

/** The wished priority where the vendor knows it; else its highest for an urgent one and the middle for none. */
export function startingPriority(vendor: Vendor | undefined, wished: Priority): Priority {
  const known = vendor === undefined ? [wished] : vendorRules[vendor].priorities;
  if (known.includes(wished)) return wished;
  return (wished === 'none' ? 'medium' : known.at(-1)) ?? wished;
}

/** Who does it unless the rep says otherwise: "me", else the last one chosen, else the only member. */
export function startingAssignee(connection: Connection | undefined, lastUsed: string | undefined): string {
  if (connection === undefined || vendorRules[connection.vendor].assignee === 'none') return '';
  const known = (id: string | null | undefined) => connection.members.find((member) => member.id === id)?.id;
  const only = connection.members.length === 1 ? connection.members[0]?.id : undefined;
  const lastTime = lastUsed === '' ? '' : known(lastUsed);
  if (vendorRules[connection.vendor].assignee === 'optional' && lastTime === '') return '';
  return known(connection.me) ?? (lastTime || (only ?? ''));
}

/** When it is due unless the rep says otherwise: today where the vendor knows whole days alone, else tomorrow at nine. */
export function startingDue(vendor: Vendor | undefined, now: Date, zone: string): DueParts {
  if (vendor !== undefined && !knowsTime(vendor)) return { date: dateIn(zone, now), time: '' };
  return tomorrowMorning(now, zone);
}

/** Whether a due of this vendor has a time of day. */
export function knowsTime(vendor: Vendor): boolean {
  return vendorRules[vendor].due.kinds.includes('instant');
}
