import { useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { overdueQuery } from '../../tasks/stats/overdue-query';
import { statsQuery } from '../../tasks/stats/stats-query';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { PlanForm } from './plan-form';
import { RefusedList } from './refused-list';
import { usualPerDay } from './spread';
import { countWords } from './spread-words';
import { usePlan } from './use-plan';
import { useSpread } from './use-spread';

type Props = { filter: TaskFilter; onClose: () => void };

/** Spreads what is overdue on the board over the coming working days, in one step that can be undone. */
export function RescueDialog({ filter, onClose }: Props) {
  const overdue = useQuery(overdueQuery(filter));
  const usual = useQuery(statsQuery(filter));
  const { work, start } = useSpread();
  const formId = useId();
  const isOver = work?.asked === 0;
  const isClean = isOver && work.refused.length === 0;
  useEffect(() => {
    if (isClean) onClose();
  }, [isClean, onClose]);

  const error = overdue.error;
  const ready = overdue.data !== undefined && (usual.data !== undefined || usual.error !== null);
  const tasks = overdue.data ?? [];
  const plan = usePlan(tasks, usualPerDay(usual.data?.days ?? []));
  const canStart = ready && plan.days.length > 0 && work === null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Spread overdue tasks"
      description="The most urgent come first, then the oldest. A task with a time keeps its time of day."
      returnTo={() => document.querySelector<HTMLElement>('[data-today-strip]')}
      footer={
        <>
          <Button onClick={onClose}>{work === null ? 'Cancel' : 'Close'}</Button>
          {!isOver && (
            <Button type="submit" form={formId} look="primary" disabled={!canStart}>
              {work === null
                ? ['Spread', tasks.length > 0 && countWords(tasks.length)].filter(Boolean).join(' ')
                : `Moving ${countWords(work.total)} …`}
            </Button>
          )}
        </>
      }
    >
      {!ready && error === null && <Skeleton className="h-72" />}
      {error !== null && (
        <div role="alert" className="flex items-center gap-3">
          <p className="grow text-muted">The overdue tasks could not be read. {error.message}</p>
          <Button size="small" onClick={() => void overdue.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {ready && tasks.length === 0 && <p className="text-muted">Nothing is overdue here. Well done.</p>}
      {ready && tasks.length > 0 && !isOver && (
        <PlanForm id={formId} plan={plan} count={tasks.length} disabled={work !== null} onPlan={start} />
      )}
      {isOver && work.refused.length > 0 && <RefusedList refused={work.refused} total={work.total} />}
    </Dialog>
  );
}
