import { useQuery, useQueryClient } from '@tanstack/react-query';

import type { Task } from '#contract/task';

import { cachedRows } from '../live/board-cache';
import { foundQuery, saysWords } from './found-tasks';
import { useAfterPause } from './use-after-pause';

const fallbackCount = 12;

export type FoundTasks = {
  tasks: readonly Task[];
  /** The server's answer to these very words is still to come. */
  looking: boolean;
  /** Why the server was of no help, in words; `tasks` are then those of the page alone. */
  trouble: string | null;
};

/** The tasks that some words find, asked for a short pause after the last letter; until then those of the page that fit. */
export function useFoundTasks(words: string): FoundTasks {
  const client = useQueryClient();
  const q = words.trim();
  const asked = useAfterPause(q);
  const { data, error } = useQuery(foundQuery(asked));
  if (q === '') return { tasks: [], looking: false, trouble: null };
  if (q === asked && data !== undefined) return { tasks: data, looking: false, trouble: null };
  const known = [...cachedRows(client).values()].filter((task) => saysWords(task, q));
  const failed = q === asked && error !== null;
  return {
    tasks: known.slice(0, fallbackCount),
    looking: !failed,
    trouble: failed ? error.detail : null,
  };
}
