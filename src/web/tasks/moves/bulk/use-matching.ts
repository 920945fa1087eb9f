import { useMutation, useQueryClient } from '@tanstack/react-query';

import { matchingResult, type MatchingResult } from '#contract/matching';

import { ApiError, request } from '../../../api/client';
import { pullShown } from '../../live/pull-changes';
import type { BulkAction } from './bulk-action';
import type { MatchingDraft } from './matching-draft';
import { wordsOf } from './matching-query';
import type { Matching } from './selected';
import { matchingKey, type Sweep } from './use-sweep';

type Asked = Sweep & { draft: MatchingDraft };

type UseMatching = {
  /** Null until something was asked. */
  asked: Asked | null;
  result: MatchingResult | null;
  sending: boolean;
  error: ApiError | null;
  ask: (wanted: { action: BulkAction; draft: MatchingDraft; matching: Matching }, onDone: () => void) => void;
  /** Asks the same once more, under the same id. */
  again: () => void;
  forget: () => void;
};

/** Does something to all that match. What gets no answer is asked again under its id, so nothing is done twice. */
export function useMatching(): UseMatching {
  const client = useQueryClient();
  const { mutate, reset, variables, data, isPending, error } = useMutation<MatchingResult, ApiError, Asked>({
    mutationKey: matchingKey,
    networkMode: 'always',
    retry: (failures, failure) => failure instanceof ApiError && failure.passing && failures < 3,
    mutationFn: async ({ id, draft, matching }) => {
      const match = { status: matching.status, filter: wordsOf(matching) };
      const result = await request(matchingResult, '/api/commands/matching', {
        method: 'POST',
        body: { ...draft, id, match },
      });
      // It is done; a board that cannot be read just now catches up by itself.
      await pullShown(client).catch(() => {});
      return result;
    },
  });
  return {
    asked: variables ?? null,
    result: data ?? null,
    sending: isPending,
    error,
    ask: (wanted, onDone) => mutate({ id: crypto.randomUUID(), ...wanted }, { onSuccess: onDone }),
    again: () => variables && mutate(variables),
    forget: reset,
  };
}
