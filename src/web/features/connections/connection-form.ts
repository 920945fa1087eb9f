import { z } from 'zod';

import { newConnection } from '#contract/connection';
import type { Connection, ConnectionChange, NewConnection } from '#contract/connection';
import { vendorRules, vendors } from '#contract/vendors';
import type { Vendor } from '#contract/vendors';

/** What stands in the dialog; an empty key keeps the present one, an empty `me` is nobody. */
export type ConnectionValues = { vendor: Vendor; label: string; key: string; me: string };

export type ConnectionSaving = { add: NewConnection; change: null } | { add: null; change: ConnectionChange };

export function connectionValues(connection: Connection | null): ConnectionValues {
  if (connection === null)
    return { vendor: vendors[0], label: vendorRules[vendors[0]].label, key: '', me: '' };
  return { vendor: connection.vendor, label: connection.label, key: '', me: connection.me ?? '' };
}

/** The dialog's check: the contract's own for a new connection; for a present one only what differs is sent. */
export function connectionSchema(connection: Connection | null) {
  return connection === null ? adding : changing(connection);
}

const { vendor, label, key } = newConnection.shape;

const adding = z
  .object({ vendor, label, key, me: z.string() })
  .transform(({ me: _me, ...add }): ConnectionSaving => ({ add: { ...add, sandbox: false }, change: null }));

function changing(present: Connection) {
  const newKey = z
    .string()
    .transform((text) => (text.trim() === '' ? undefined : text))
    .pipe(key.optional());
  return z.object({ vendor, label, key: newKey, me: z.string() }).transform((values): ConnectionSaving => {
    const me = values.me === '' ? null : values.me;
    const change: ConnectionChange = {
      ...(values.label === present.label ? {} : { label: values.label }),
      ...(values.key === undefined ? {} : { key: values.key }),
      ...(me === present.me ? {} : { me }),
    };
    return { add: null, change };
  });
}
