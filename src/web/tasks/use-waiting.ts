import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import type { Waiting } from './ledger/outbox/outbox';
import { outboxOf } from './ledger/outbox/outbox-of';
import { discardWaiting, retryWaiting } from './ledger/waiting';

/** What the server has not taken yet, oldest first, and what can be done about each. */
export function useWaiting(): {
  waiting: readonly Waiting[];
  /** Undoes it before it is sent; off the list if it was not accepted. */
  discard(one: Waiting): void;
  retry(one: Waiting): void;
} {
  const client = useQueryClient();
  const outbox = outboxOf(client);
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.all);
  return {
    waiting,
    discard: (one) => discardWaiting(client, one),
    retry: (one) => retryWaiting(client, one),
  };
}
