import { queryOptions } from '@tanstack/react-query';

import type { PracticeTeam } from '#contract/practice-faults';
import { practiceTeams } from '#contract/practice-faults';

import { request } from '../../api/client';

const address = '/api/practice-faults';
/** While something is on: calls use it up, and another page may switch it. */
const refreshMs = 3_000;

/** What the practice vendors do wrong now. Without a sandbox there is none, and the question is refused. */
export const practiceQuery = () =>
  queryOptions({
    queryKey: ['practice-faults'] as const,
    queryFn: async ({ signal }) => (await request(practiceTeams, address, { signal })).items,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (faultsOn(state.data ?? []) > 0 ? refreshMs : false),
  });

/** How many faults are on, over all practice connections. */
export function faultsOn(teams: readonly PracticeTeam[]): number {
  return teams.reduce((sum, { on }) => sum + on.length, 0);
}

/** "2 faults on" */
export function onWords(count: number): string {
  return count === 1 ? '1 fault on' : `${count} faults on`;
}
