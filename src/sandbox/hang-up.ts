import { setTimeout as wait } from 'node:timers/promises';

import type { Context } from 'hono';

type Socketed = { outgoing?: { destroy(): void } } | undefined;

/** Waits until the client has gone away, at most `ms`. */
export async function waitForClient(c: Context, ms: number): Promise<void> {
  const { signal } = c.req.raw;
  await wait(ms, undefined, { signal, ref: false }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** Closes the connection without an answer; where the app runs without a socket, the answer is an empty 504. */
export function dropConnection(c: Context): Response {
  const { outgoing } = (c.env as Socketed) ?? {};
  if (outgoing === undefined) return new Response(null, { status: 504 });
  outgoing.destroy();
  // The sign by which @hono/node-server knows that nothing is left to send.
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
}
