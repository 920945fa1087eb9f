import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';

import type { Stats } from '#contract/stats';
import type { TaskFilter } from '#contract/task-filter';

import { dateWords } from '../../tasks/clock/clock-words';
import { useClock } from '../../tasks/clock/use-clock';
import { channelNames } from '../../tasks/face/channel-icon';
import { narrowsFurther, statsQuery } from '../../tasks/stats/stats-query';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { Switch } from '../../ui/switch';
import { DaysChart, RowsChart } from './charts';
import { ageWords, number, overdueTotal, progressOf, progressWords } from './day-words';
import { Figure } from './figure';

type Props = {
  filter: TaskFilter;
  onClose: () => void;
  /** How many tasks of the board are overdue, and what spreads them over the coming days. */
  overdue: number;
  onSpread: () => void;
};

/** What the strip sums up: the day by channel, what is overdue since when, and what was done on each day. */
export function TodayDialog({ filter, onClose, overdue, onSpread }: Props) {
  const { data, error, refetch } = useQuery(statsQuery(filter));
  const [asTable, setAsTable] = useState(false);
  const switchId = useId();
  const some = filter.assignee !== undefined || filter.connection !== undefined;
  const narrowed = narrowsFurther(filter);
  const whose = some ? 'For the people and accounts that the filters name' : 'For everyone, at every account';
  return (
    <Dialog
      open
      size="wide"
      onOpenChange={onClose}
      title="Today"
      description={narrowed ? `${whose}, whatever else is filtered.` : `${whose}.`}
    >
      {data === undefined && error === null && <Skeleton className="h-96" />}
      {data === undefined && error !== null && (
        <div className="flex items-center gap-3">
          <p className="grow text-muted">The figures could not be read. {error.message}</p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
      {data !== undefined && (
        <div className="flex flex-col gap-6">
          <div className="-mb-3 flex flex-wrap items-center justify-between gap-3">
            <label
              htmlFor={switchId}
              className="flex min-h-8 w-fit items-center gap-2 pointer-coarse:min-h-11"
            >
              <Switch id={switchId} checked={asTable} onChange={({ target }) => setAsTable(target.checked)} />
              Table
            </label>
            {overdue > 0 && (
              <Button onClick={onSpread}>
                Spread {number(overdue)} overdue {overdue === 1 ? 'task' : 'tasks'}
                {narrowed && ' of this view'}
              </Button>
            )}
          </div>
          <DayFigures stats={data} asTable={asTable} />
        </div>
      )}
    </Dialog>
  );
}

function DayFigures({ stats, asTable }: { stats: Stats; asTable: boolean }) {
  const clock = useClock();
  const { channels, overdue, days } = stats;
  const late = overdueTotal(stats);
  const done = days.reduce((sum, day) => sum + day.done, 0);
  return (
    <>
      <Figure
        title="Done against planned"
        summary={`Planned is what is due by today: ${progressWords(progressOf(channels))}.`}
        columns={['Channel', 'Done', 'Planned']}
        rows={channels.map((one) => [
          channelNames[one.channel],
          number(one.done),
          number(one.done + one.open),
        ])}
        asTable={asTable}
        chart={
          <RowsChart
            color="var(--done)"
            rows={channels.map((one) => ({
              name: channelNames[one.channel],
              value: one.done,
              rest: one.open,
              words: `${number(one.done)}/${number(one.done + one.open)}`,
            }))}
          />
        }
      />
      <Figure
        title="Overdue by age"
        summary={late === 0 ? 'Nothing is overdue.' : `${number(late)} overdue.`}
        columns={['Overdue since', 'Tasks']}
        rows={overdue.map(({ age, count }) => [ageWords[age], number(count)])}
        asTable={asTable}
        chart={
          <RowsChart
            color="var(--overdue)"
            rows={overdue
              .filter(({ count }) => count > 0)
              .map(({ age, count }) => ({
                name: ageWords[age],
                value: count,
                words: number(count),
              }))}
          />
        }
      />
      <Figure
        title="Done per day"
        summary={`${number(done)} done in the last ${days.length} days.`}
        columns={['Day', 'Done']}
        rows={days.toReversed().map((day) => [dateWords(day.date, 'weekday-day', clock), number(day.done)])}
        asTable={asTable}
        chart={
          <DaysChart
            days={days.map((day) => ({ ...day, name: dateWords(day.date, 'weekday-day', clock) }))}
          />
        }
      />
    </>
  );
}
