import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import type { Due } from '#contract/dates';
import { vendorRules, vendors, type Vendor } from '#contract/vendors';

import { toUpdateBody as toLeadlex, toVendorTask as fromLeadlex } from './leadlex/mapping';
import { wireTask as leadlexTask } from './leadlex/wire';
import { toUpdateBody as toLemlist, toVendorTask as fromLemlist } from './lemlist/mapping';
import { wireTask as lemlistTask } from './lemlist/wire';
import { toEdit, toVendorTask as fromSaleshandy } from './saleshandy/mapping';
import { wireTask as saleshandyTask } from './saleshandy/wire';

/** A due as the vendor tells it after it was set. */
const thereAndBack: Record<Vendor, (due: Due) => Due | null> = {
  lemlist: (due) =>
    fromLemlist(lemlistTask.parse({ _id: 'opp_1', type: 'manual', dueDate: toLemlist({ due }).dueDate })).due,
  saleshandy: (due) =>
    fromSaleshandy(saleshandyTask.parse({ taskId: 't1', snoozedUntil: toEdit({ due }).snoozeUntil })).due,
  leadlex: (due) => fromLeadlex(leadlexTask.parse({ id: 't1', due_date: toLeadlex({ due }).due_date })).due,
};

/** On both sides of UTC, the farthest ones, one of half an hour, and those whose clocks change, in both halves of the year. */
const zones = [
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Asia/Tehran',
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'America/Santiago',
  'Pacific/Pago_Pago',
];
const changeDays = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-06',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];

const moments = fc.oneof(
  fc.date({ min: new Date('1970-01-01T00:00Z'), max: new Date('9998-12-31T00:00Z'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...changeDays), fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }))
    .map(([day, ms]) => new Date(Date.parse(day) + ms)),
);
const duesOf = (kind: Due['kind']): fc.Arbitrary<Due> =>
  moments.map((moment) =>
    kind === 'date' ? { kind, date: moment.toISOString().slice(0, 10) } : { kind, at: moment.toISOString() },
  );

describe.each(zones)('where the clock is that of %s', (zone) => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it.each(vendors.flatMap((vendor) => vendorRules[vendor].due.kinds.map((kind) => [vendor, kind] as const)))(
    'a due at %s stays the %s that it is',
    (vendor, kind) => {
      process.env.TZ = zone;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      fc.assert(
        fc.property(duesOf(kind), (due) => {
          expect(thereAndBack[vendor](due)).toEqual(due);
        }),
      );
    },
  );
});
