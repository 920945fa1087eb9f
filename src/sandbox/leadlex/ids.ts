import { randomInt } from 'node:crypto';

/** LeadLex's two kinds of id: a UUID for almost everything, `evt_01H…` for calendar events. */
export type LeadlexIds = { uuid(): string; event(): string };

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids from a source of whole numbers below a bound. */
export function leadlexIdsFrom(below: (bound: number) => number): LeadlexIds {
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  return {
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(below(4))}${hex(3)}-${hex(12)}`,
    event: () => `evt_01H${Array.from({ length: 23 }, () => crockford[below(32)]).join('')}`,
  };
}

export const leadlexIds: LeadlexIds = leadlexIdsFrom((bound) => randomInt(bound));
