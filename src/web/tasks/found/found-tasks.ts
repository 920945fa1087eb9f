import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';

import type { Task } from '#contract/task';
import { taskPage, taskStatuses } from '#contract/task';

import { request } from '../../api/client';
import { personName, taskTitle } from '../face/task-words';
import { cachedFilters, taskQueries } from '../queries';

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

/** The tasks that this page has read, the newest copy of each, in the order of the board. */
export function loadedTasks(client: QueryClient): Task[] {
  const tasks = new Map<string, Task>();
  for (const filter of cachedFilters(client))
    for (const status of taskStatuses)
      for (const task of client.getQueryData(taskQueries.column(filter, status).queryKey)?.tasks ?? [])
        if (task.version >= (tasks.get(task.id)?.version ?? 0)) tasks.set(task.id, task);
  return [...tasks.values()];
}

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
