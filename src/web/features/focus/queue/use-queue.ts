import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { Place } from '../../../tasks/live/order';
import { comparePlaces, inOrder } from '../../../tasks/live/order';
import { openQuestions, subscribeToOutcomeQuestion } from '../../../tasks/moves/outcome-question';
import type { DrawnTask } from '../../../tasks/pending';
import { taskQueries } from '../../../tasks/queries';
import { useColumn, type Column } from '../../../tasks/use-column';
import { idsOf, type Done } from '../session/done';
import { endOfQueue, openPlace, standAt, type Queue, type Stand } from './stand';

/** So many tasks before the end of what is read, more are read. */
const ahead = 10;

export type FocusQueue = {
  stand: Stand | { kind: 'reading' };
  tasks: Queue['tasks'];
  /** How many of the view are not done; null until known. */
  left: number | null;
  /** The task that was worked last; it may have left the queue. */
  seen: Seen | null;
  column: Column;
};
type Seen = { task: DrawnTask; place: Place };

/** The open tasks of the view as one walks through them; more are read before they are needed, never all at once. */
export function useQueue(filter: TaskFilter, wanted: string, done: Done): FocusQueue {
  const { sort } = filter;
  const column = useColumn(filter, 'pending');
  const { data: rows } = useQuery({ ...taskQueries.column(filter, 'pending'), enabled: false });
  const asked = useAsked();
  const snoozed = new Set(idsOf(done, 'snooze'));
  const open = column.tasks.filter(({ id }) => !snoozed.has(id));
  const tasks = asked.length === 0 ? open : inOrder('pending', [...open, ...asked], sort);

  const [seen, setSeen] = useState<Seen | null>(null);
  const place = usePlace(wanted, { tasks, sort }, seen);
  const stand =
    rows === undefined || place === undefined
      ? ({ kind: 'reading' } as const)
      : standAt(wanted, { tasks, end: rows.end, sort }, place);
  if (stand.kind === 'at' && stand.task.id === wanted && !isSame(seen, stand.task, sort))
    setSeen({ task: stand.task, place: openPlace(stand.task, sort) });

  useReadAhead(stand, tasks.length, column);
  usePreloaded(stand.kind === 'at' ? tasks[stand.before + 1] : undefined);
  const hidden = filter.due === undefined ? snoozed.size : column.tasks.length - open.length;
  const beyond = column.total === null ? null : column.total + asked.length - hidden;
  const left = !column.hasMore ? tasks.length : beyond && Math.max(tasks.length, beyond);
  return { stand, tasks, left: rows === undefined ? null : left, seen, column };
}

function isSame(seen: Seen | null, task: DrawnTask, sort: Queue['sort']): boolean {
  return seen?.task.id === task.id && comparePlaces('pending', seen.place, openPlace(task, sort), sort) === 0;
}

/** A call that is asked how it ended is drawn as completed; here it stays in hand. */
function useAsked(): readonly DrawnTask[] {
  return useSyncExternalStore(subscribeToOutcomeQuestion, openQuestions).flatMap(({ tasks }) => tasks);
}

/** Where the wanted task stands: undefined until that is known, null where nobody knows. */
function usePlace(
  wanted: string,
  { tasks, sort }: Omit<Queue, 'end'>,
  seen: Seen | null,
): Place | null | undefined {
  const known = wanted === '' || wanted === endOfQueue || seen?.task.id === wanted;
  const absent = !known && !tasks.some(({ id }) => id === wanted);
  // Loaded again, or sent by link: the task may be far below, closed or gone.
  const { data, isPending } = useQuery({ ...taskQueries.detail(wanted), enabled: absent, retry: false });
  if (seen?.task.id === wanted) return seen.place;
  if (!absent) return null;
  if (data !== undefined) return openPlace(data, sort);
  return isPending ? undefined : null;
}

function useReadAhead(
  stand: FocusQueue['stand'],
  known: number,
  { hasMore, loadMore, loadingMore, moreError }: Column,
): void {
  const short = stand.kind === 'below' || (stand.kind === 'at' && stand.before + ahead >= known);
  const wanted = hasMore && short && moreError === null;
  useEffect(() => {
    if (wanted) loadMore();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked anew when there are more, not at each rendering
  }, [wanted, known, loadingMore]);
}

/** The history of the next task is here before the task is. */
function usePreloaded(next: DrawnTask | undefined): void {
  const client = useQueryClient();
  const id = next?.id;
  useEffect(() => {
    if (id !== undefined) void client.prefetchQuery(taskQueries.history(id));
  }, [client, id]);
}
