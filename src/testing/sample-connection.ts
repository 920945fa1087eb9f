import type { Connection } from '#contract/connection';

/** A connection in good order as the server answers it; give what the test is about. */
export function sampleConnection(given: Partial<Connection> = {}): Connection {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    vendor: 'lemlist',
    label: 'Sales',
    sandbox: false,
    lastSyncAt: null,
    syncing: false,
    circuit: 'closed',
    pausedUntil: null,
    trouble: null,
    me: null,
    plan: null,
    callsLeftToday: null,
    mediaReachable: false,
    members: [],
    campaigns: [],
    ...given,
  };
}
