import * as z from 'zod/mini';

import { failureKinds } from './command';
import { orNull } from './or-null';
import { filledText, trimmedUpTo } from './text';
import { vendor } from './vendors';

/** A person of the team at the vendor, to whom tasks can be assigned. */
export const member = z.object({ id: z.string(), name: z.string(), email: z.nullable(z.string()) });
export type Member = z.infer<typeof member>;

export const campaign = z.object({ id: z.string(), name: z.string(), state: z.nullable(z.string()) });
export type Campaign = z.infer<typeof campaign>;

/**
 * Whether the vendor is called: `closed`, as ever; `open`, not until a moment; `half-open`, one call is being tried, by
 * which it closes or stays open.
 */
const circuitStates = ['closed', 'open', 'half-open'] as const;
export type CircuitState = (typeof circuitStates)[number];

/** One account at one vendor, as the browser may know it: never its key. */
export const connection = z.object({
  id: z.uuid(),
  vendor,
  label: z.string(),
  sandbox: z.boolean(),
  /** The end of the last complete listing; older news is stale. */
  lastSyncAt: z.nullable(z.string()),
  syncing: z.boolean(),
  circuit: z.enum(circuitStates),
  /** While the circuit is open: when a call is tried again. Changes wait until then. */
  pausedUntil: z.nullable(z.string()),
  /** Why the circuit is not closed, or else what was wrong with the last listing; null when all is well. */
  trouble: z.nullable(z.object({ kind: z.enum(failureKinds), message: z.string(), since: z.string() })),
  /** The member of the team who "me" is. */
  me: z.nullable(z.string()),
  /** The vendor's plan, where its limits depend on it. */
  plan: z.nullable(z.string()),
  /** Calls left today under the plan, null where no day counts. */
  callsLeftToday: z.nullable(z.int()),
  /** The vendor can fetch the files that Outboard keeps; public links work in any case. */
  mediaReachable: z.boolean(),
  members: z.array(member),
  campaigns: z.array(campaign),
});
export type Connection = z.infer<typeof connection>;
export const connectionList = z.object({ items: z.array(connection) });

const label = filledText('Give the connection a name.', 80, 'Keep the name under 80 characters.');
const key = trimmedUpTo(500, 'This is longer than an API key.').check(
  z.minLength(8, 'Paste the whole API key.'),
  z.regex(/^[\x21-\x7E]+$/, 'An API key has no spaces and no special characters. Paste it again.'),
);

export const newConnection = z.strictObject({
  vendor,
  label,
  key,
  /** Connects to the practice vendor that Outboard itself plays. */
  sandbox: z._default(z.boolean(), false),
  /** A value of the vendor's `plans`; the smallest when left out. */
  plan: orNull(z.string()),
  /** The rep was told that the vendor could not be asked about the key, and wants it kept all the same. */
  unchecked: z.optional(z.boolean()),
});
export type NewConnection = z.infer<typeof newConnection>;

export const connectionChange = z.partial(
  z.strictObject({
    label,
    key,
    me: z.nullable(z.string()),
    plan: z.nullable(z.string()),
    unchecked: z.boolean(),
  }),
);
export type ConnectionChange = z.infer<typeof connectionChange>;
