import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';

import { type CallTables, listCalls } from '../call-log';
import { type EffectTables, listEffects } from '../effects';
import { changeFaults, fault, type FaultTables, listFaults, replaceFaults } from '../faults';

type Options = {
  db: Kysely<CallTables & EffectTables & FaultTables>;
  vendor: string;
  /** The account of a key; refuses a key that nobody has. */
  accountOf(key: string): Promise<string>;
  /** Whose account it is when a call names no key. */
  demoKey: string;
  /** Fault kinds that only this vendor knows. */
  ownFaults?: readonly string[];
};

/**
 * What the back stages of all vendors share: the faults of an account (GET, PUT, DELETE `/faults`; PATCH takes the kinds `off`
 * away and puts those `on` before the rest), the kinds there are (GET `/faults/kinds`), its log of calls (GET `/calls`) and
 * what the calls and the people there did to its tasks (GET `/effects`). A key comes in the query, or in the body of a PUT
 * or PATCH; no answer holds one.
 */
export function backstage({ db, vendor, accountOf, demoKey, ownFaults = [] }: Options): Hono {
  const routes = new Hono();
  const key = z.string().default(demoKey);
  const kind = z.enum([...fault.shape.kind.options, ...ownFaults]);
  const faults = z.array(fault.extend({ kind })).max(100);
  const body = z.object({ key, faults });
  const change = z.object({ key, off: z.array(z.string()).default([]), on: faults.default([]) });
  const accountByQuery = (c: Context) => accountOf(c.req.query('key') ?? demoKey);

  routes.get('/faults', async (c) => {
    return c.json({ faults: await listFaults(db, vendor, await accountByQuery(c)) });
  });
  routes.put('/faults', async (c) => {
    const { success, data, error } = body.safeParse(await c.req.json().catch(() => undefined));
    if (!success) return c.json({ error: z.prettifyError(error) }, 400);
    await replaceFaults(db, vendor, await accountOf(data.key), data.faults);
    return c.json({ faults: data.faults });
  });
  routes.patch('/faults', async (c) => {
    const { success, data, error } = change.safeParse(await c.req.json().catch(() => undefined));
    if (!success) return c.json({ error: z.prettifyError(error) }, 400);
    const account = await accountOf(data.key);
    await changeFaults(db, vendor, account, data);
    return c.json({ faults: await listFaults(db, vendor, account) });
  });
  routes.get('/faults/kinds', (c) => c.json({ kinds: kind.options }));
  routes.delete('/faults', async (c) => {
    await replaceFaults(db, vendor, await accountByQuery(c), []);
    return c.json({ faults: [] });
  });
  routes.get('/calls', async (c) => {
    return c.json({ calls: await listCalls(db, vendor, await accountByQuery(c)) });
  });
  routes.get('/effects', async (c) => {
    return c.json({ effects: await listEffects(db, vendor, await accountByQuery(c)) });
  });
  return routes;
}
