import type { TaskFilter } from '#contract/task-filter';

import { TodayStrip } from '../../features/today/today-strip';
import { useTaskCounts } from '../../tasks/use-column';
import { LazyPart, RescueDialog, TodayDialog } from '../lazy-parts';

export type TodayWindow = 'today' | 'rescue' | null;

type Props = { filter: TaskFilter; open: TodayWindow; onOpen: (open: TodayWindow) => void };

/** The day in one line, the charts that it opens into, and the way out of a backlog. */
export function TodayBar({ filter, open, onOpen }: Props) {
  const close = () => onOpen(null);
  const given = {
    filter,
    overdue: useTaskCounts(filter)?.buckets.overdue ?? 0,
    onSpread: () => onOpen('rescue'),
  };
  return (
    <>
      <TodayStrip {...given} onOpen={() => onOpen('today')} />
      <LazyPart>
        {open === 'today' && <TodayDialog {...given} onClose={close} />}
        {open === 'rescue' && <RescueDialog filter={filter} onClose={close} />}
      </LazyPart>
    </>
  );
}
