import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { PracticeFaultChange, PracticeTeam } from '#contract/practice-faults';
import { practiceTeam, practiceTeams } from '#contract/practice-faults';

import type { ApiError } from '../../api/client';
import { request } from '../../api/client';
import { practiceQuery } from './practice-faults';

const address = '/api/practice-faults';

/** Switches faults of one practice connection. */
export function useSwitchFaults(): UseMutationResult<
  PracticeTeam,
  ApiError,
  { connectionId: string; change: PracticeFaultChange }
> {
  const client = useQueryClient();
  return useMutation<PracticeTeam, ApiError, { connectionId: string; change: PracticeFaultChange }>({
    mutationFn: ({ connectionId, change }) =>
      request(practiceTeam, `${address}/${connectionId}`, { method: 'PATCH', body: change }),
    // What was asked before must not come in over this answer.
    onMutate: () => client.cancelQueries(practiceQuery()),
    onSuccess: (team) =>
      client.setQueryData(practiceQuery().queryKey, (teams) =>
        teams?.map((one) => (one.connectionId === team.connectionId ? team : one)),
      ),
    onError: () => client.invalidateQueries(practiceQuery()),
    scope: { id: 'practice-faults' },
  });
}

/** Makes every practice vendor work as it should. */
export function useClearFaults(): UseMutationResult<PracticeTeam[], ApiError, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await request(practiceTeams, address, { method: 'DELETE' })).items,
    onMutate: () => client.cancelQueries(practiceQuery()),
    onSuccess: (teams) => client.setQueryData(practiceQuery().queryKey, teams),
    onError: () => client.invalidateQueries(practiceQuery()),
    scope: { id: 'practice-faults' },
  });
}
