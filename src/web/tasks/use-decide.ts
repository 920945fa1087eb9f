import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { CommandDecision } from '#contract/command';
import { commandResults } from '#contract/command-result';

import type { ApiError } from '../api/client';
import { request } from '../api/client';
import { toast } from '../ui/toast';
import { settleRows } from './live/pull-changes';

interface Decided {
  commandId: string;
  taskId: string;
  as: CommandDecision['as'];
}

/** Says what became of a command whose answer was lost; a refusal is told in words. Safe to repeat. */
export function useDecide(): { decide(what: Decided): void; deciding: boolean } {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation<unknown, ApiError, Decided>({
    networkMode: 'always',
    mutationFn: async ({ commandId, taskId, as }) => {
      const body = { as, task: taskId };
      const path = `/api/commands/${commandId}/settle`;
      const { results } = await request(commandResults, path, { method: 'POST', body });
      await settleRows(
        client,
        results.flatMap((result) => (result.ok ? [result.task] : [])),
      );
    },
    onError: ({ detail }) => toast(detail),
  });
  return { decide: mutate, deciding: isPending };
}
