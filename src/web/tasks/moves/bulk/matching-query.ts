import { queryOptions, skipToken } from '@tanstack/react-query';

import { taskKinds, type TaskKinds } from '#contract/matching';

import { request } from '../../../api/client';
import { requestParams } from '../../queries';
import type { Matching } from './selected';
import type { Counted } from './sum-up';

/** What kinds of tasks match, and how many of each. */
export const kindsQuery = (matching: Matching | null) =>
  queryOptions({
    queryKey: ['kinds', matching] as const,
    queryFn:
      matching === null
        ? skipToken
        : async ({ signal }) => {
            const query = new URLSearchParams(wordsOf(matching));
            query.set('status', matching.status);
            const { items } = await request(taskKinds, '/api/tasks/kinds', { query, signal });
            return items.map((item) => countedOf(item, matching.status));
          },
    staleTime: 10_000,
  });

/** The filter in the words of the page's address. */
export function wordsOf({ filter }: Matching): Record<string, string> {
  return Object.fromEntries(requestParams(filter));
}

const someDue = {
  date: { kind: 'date', date: '2000-01-01' },
  instant: { kind: 'instant', at: '2000-01-01T00:00:00.000Z' },
} as const;

function countedOf(item: TaskKinds['items'][number], status: Matching['status']): Counted {
  const { count, dueKind, ...rest } = item;
  const due = dueKind === null ? null : someDue[dueKind];
  return { count, subject: { ...rest, status, due, commands: [] } };
}
