import type { QueryClient } from '@tanstack/react-query';

import { Outbox } from './outbox';

const outboxes = new WeakMap<QueryClient, Outbox>();

/** The outbox of a page's query client. */
export function outboxOf(client: QueryClient): Outbox {
  const outbox = outboxes.get(client) ?? new Outbox();
  outboxes.set(client, outbox);
  return outbox;
}
