import * as z from 'zod/mini';

import { newConnection } from '#contract/connection';
import type { Connection, ConnectionChange, NewConnection } from '#contract/connection';
import { vendorRules, vendors } from '#contract/vendors';
import type { Vendor } from '#contract/vendors';

/** What stands in the dialog; an empty key keeps the present one, an empty `me` is nobody, an empty plan is none. */
export type ConnectionValues = { vendor: Vendor; label: string; key: string; me: string; plan: string };

export type ConnectionSaving = { add: NewConnection; change: null } | { add: null; change: ConnectionChange };

export function connectionValues(connection: Connection | null): ConnectionValues {
  if (connection === null) return { ...vendorValues(vendors[0]), key: '', me: '' };
  const { vendor, label, me, plan } = connection;
  return { vendor, label, key: '', me: me ?? '', plan: plan ?? smallestPlan(vendor) };
}

/** What a vendor brings into the dialog of a new connection when it is chosen. */
export function vendorValues(vendor: Vendor): Pick<ConnectionValues, 'vendor' | 'label' | 'plan'> {
  return { vendor, label: vendorRules[vendor].label, plan: smallestPlan(vendor) };
}

function smallestPlan(vendor: Vendor): string {
  return vendorRules[vendor].plans[0]?.value ?? '';
}

/** The dialog's check: the contract's own for a new connection; for a present one only what differs is sent. */
export function connectionSchema(connection: Connection | null) {
  return connection === null ? adding : changing(connection);
}

const { vendor, label, key } = newConnection.shape;

const addingShape = z.object({ vendor, label, key, me: z.string(), plan: z.string() });

const adding = z.pipe(
  addingShape,
  z.transform(({ me: _me, plan, ...add }: z.output<typeof addingShape>): ConnectionSaving => {
    return { add: { ...add, sandbox: false, plan: plan === '' ? null : plan }, change: null };
  }),
);

const newKey = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => (text.trim() === '' ? undefined : text)),
  ),
  z.optional(key),
);
const changingShape = z.extend(addingShape, { key: newKey });

function changing(present: Connection) {
  return z.pipe(
    changingShape,
    z.transform((values: z.output<typeof changingShape>): ConnectionSaving => {
      const me = values.me === '' ? null : values.me;
      const samePlan = values.plan === connectionValues(present).plan;
      const change: ConnectionChange = {
        ...(values.label === present.label ? {} : { label: values.label }),
        ...(values.key === undefined ? {} : { key: values.key }),
        ...(me === present.me ? {} : { me }),
        ...(samePlan ? {} : { plan: values.plan }),
      };
      return { add: null, change };
    }),
  );
}
