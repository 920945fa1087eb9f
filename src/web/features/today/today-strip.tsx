import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';

import type { TaskFilter } from '#contract/task-filter';

import { ChannelIcon, channelNames } from '../../tasks/face/channel-icon';
import { narrowsFurther, statsQuery } from '../../tasks/stats/stats-query';
import { DayBar } from './day-bar';
import { number, progressOf, progressWords } from './day-words';

type Props = {
  filter: TaskFilter;
  /** Opens the charts. */
  onOpen: () => void;
  /** How many tasks of the board are overdue, and what spreads them over the coming days. */
  overdue: number;
  onSpread: () => void;
};

/** One line under the bar: what is done of what was planned for today. On a phone it is the total alone. */
export function TodayStrip({ filter, onOpen, overdue, onSpread }: Props) {
  const { data } = useQuery(statsQuery(filter));
  const channels = data?.channels ?? [];
  const narrowed = narrowsFurther(filter);
  const words = data === undefined ? '' : progressWords(progressOf(channels));
  return (
    <section
      aria-label="Today"
      className="flex h-[30px] shrink-0 items-stretch border-b bg-canvas text-meta pointer-coarse:h-[45px]"
    >
      <button
        type="button"
        data-today-strip
        aria-haspopup="dialog"
        className={clsx(
          'flex min-w-0 grow items-center gap-3 px-4 text-muted -outline-offset-2 hover:bg-hover',
          // Nothing that would make room for the figures when they come.
          data === undefined && '*:invisible',
        )}
        onClick={onOpen}
      >
        <span className="shrink-0 tabular">
          <span className="font-medium text-ink">{narrowed ? 'Today overall' : 'Today'}</span> {words}
        </span>
        <DayBar channels={channels} />
        <span className="flex shrink-0 items-center gap-3 max-lg:hidden">
          {channels.map(({ channel, done, open }) => (
            <span key={channel} className="flex items-center gap-1 tabular">
              <ChannelIcon channel={channel} />
              <span className="sr-only">{channelNames[channel]}</span>
              {number(done)}/{number(done + open)}
            </span>
          ))}
        </span>
        <ChevronDown size={14} aria-hidden className="shrink-0" />
      </button>
      {overdue > 0 && (
        <button
          type="button"
          data-spread-button
          aria-haspopup="dialog"
          className="flex shrink-0 items-center gap-1 border-l px-4 tabular -outline-offset-2 hover:bg-hover max-sm:hidden"
          onClick={onSpread}
        >
          <span className="text-overdue">
            {number(overdue)} overdue{narrowed && ' in this view'}
          </span>
          <span className="text-muted" aria-hidden>
            ·
          </span>
          <span className="font-medium text-accent-text">Spread them</span>
        </button>
      )}
    </section>
  );
}
