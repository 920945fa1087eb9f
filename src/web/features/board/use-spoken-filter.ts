import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';

import { taskStatuses, type TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { statusNames } from '../../tasks/moves/moves';
import { taskQueries } from '../../tasks/queries';
import { useCurrentView } from '../../tasks/views/use-views';
import { announce } from '../../ui/live-region';

/** What was kept of a filter stands for a moment before it is asked anew. */
const settleMs = 300;

/** Says how many tasks another filter or view leaves, once it is known; not what comes and goes by itself. */
export function useSpokenFilter(filter: TaskFilter, totals: Record<TaskStatus, number | null>): void {
  const { sort: _sort, tz: _tz, ...words } = filter;
  const asked = JSON.stringify(words);
  const heard = useRef(asked);
  const view = useCurrentView(filter);
  const asking = useIsFetching({ queryKey: taskQueries.counts(filter).queryKey }) > 0;
  const known = !asking && taskStatuses.every((status) => totals[status] !== null);
  const tell = useEffectEvent(() => {
    const counts = taskStatuses.map(
      (status) => `${(totals[status] ?? 0).toLocaleString()} ${statusNames[status]}`,
    );
    announce(`${view === null || view.changed ? 'Filtered' : view.name}: ${counts.join(', ')}.`);
  });
  useEffect(() => {
    if (!known || heard.current === asked) return;
    const timer = setTimeout(() => {
      heard.current = asked;
      tell();
    }, settleMs);
    return () => clearTimeout(timer);
  }, [asked, known]);
}
