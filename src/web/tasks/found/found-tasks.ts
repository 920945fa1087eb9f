import { queryOptions } from '@tanstack/react-query';

import type { Task } from '#contract/task';
import { taskPage, taskStatuses } from '#contract/task';

import { request } from '../../api/client';
import { personName, taskTitle } from '../face/task-words';
import { taskQueries } from '../queries';

const minuteMs = 60_000;
/** Open tasks are what a rep looks for; of the closed ones the newest. */
const limits = { pending: 12, completed: 4, ignored: 4 } as const;

/** The first tasks that the server finds for some words, open ones first; closed ones however long ago. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: [...taskQueries.all(), 'found', q] as const,
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        taskStatuses.map((status) => {
          const query = new URLSearchParams({ q, status, closed: 'all', limit: String(limits[status]) });
          return request(taskPage, '/api/tasks', { query, signal });
        }),
      );
      return pages.flatMap(({ items }) => items);
    },
    enabled: q !== '',
    staleTime: minuteMs / 2,
    gcTime: minuteMs,
    retry: false,
  });

/** Whether a task says every word of `q` somewhere, as far as the page can tell. */
export function saysWords(task: Task, q: string): boolean {
  const { email, phone, company } = task.person;
  const parts = [taskTitle(task), personName(task), task.text, task.campaign?.name, email, phone, company];
  const text = parts.join('\n').toLocaleLowerCase();
  return q
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
