import { useIsRestoring, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { LiveState } from '../api/events';
import { liveState, subscribeToEvents } from '../api/events';
import { useZone } from './clock/use-clock';
import { useDayTurn } from './clock/use-day-turn';
import { outboxOf } from './ledger/outbox/outbox-of';
import { pullChanges } from './live/pull-changes';
import { connectionQueries } from './queries';
import { viewQueries } from './views/view-queries';

/**
 * Keeps the board of a filter as it is at the server; mounted once per board. It asks what changed at every event, after each
 * reconnection, when the page is looked at again and when the board comes back, so a lost event does no harm.
 */
export function useLiveChanges(filter: TaskFilter): void {
  const client = useQueryClient();
  const restoring = useIsRestoring();
  useEffect(() => {
    // What is kept in this browser comes first, so that only what changed since is asked.
    if (restoring) return undefined;
    // A question without an answer is asked again by the next event; what is on the screen stays.
    const pull = () => void pullChanges(client, filter).catch(() => {});
    const retryFailed = () =>
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    const look = () => {
      if (document.visibilityState === 'visible') pull();
    };
    const unsubscribe = subscribeToEvents({
      onChange: pull,
      onConnections: () => void client.invalidateQueries({ queryKey: connectionQueries.list().queryKey }),
      onViews: () => {
        void client.invalidateQueries({ queryKey: viewQueries.list().queryKey });
        void client.invalidateQueries({ queryKey: viewQueries.counts().queryKey });
      },
      onState: () => {
        if (liveState() !== 'live') return;
        retryFailed();
        outboxOf(client).hurry();
      },
    });
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    pull();
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [client, filter, restoring]);

  const zone = useZone();
  useDayTurn(filter.tz ?? zone);
}

/** Whether news from the server comes in: `connecting` before the first word, then `live` or `offline`. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribeToState, liveState);
}

function subscribeToState(onState: () => void): () => void {
  return subscribeToEvents({ onState });
}
