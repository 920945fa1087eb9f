import { clsx } from 'clsx';
import { CalendarCheck, Flame, Inbox, Phone } from 'lucide-react';
import type { MouseEvent } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { ChannelIcon } from '../../../tasks/face/channel-icon';
import { filterLink } from '../../../tasks/filter-link';
import { useTaskCounts } from '../../../tasks/use-column';
import type { View } from './views';

type Props = { view: View; current: boolean; folded: boolean; onFilter: (next: TaskFilter) => void };

export function RailLink({ view, current, folded, onFilter }: Props) {
  const counts = useTaskCounts(view.count.of);
  const { part } = view.count;
  const count = counts === null ? null : part === 'pending' ? counts.pending : counts.buckets[part];
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onFilter(view.filter);
  };
  return (
    <a
      href={filterLink(view.filter)}
      aria-current={current ? 'page' : undefined}
      aria-label={folded ? view.name : undefined}
      data-tip={folded ? view.name : undefined}
      onClick={follow}
      className={clsx(
        'flex h-8 items-center gap-2.5 rounded-control px-2.5 transition-colors pointer-coarse:h-11',
        folded && 'justify-center',
        current
          ? 'bg-accent-soft forced-colors:border-2 font-medium text-accent-text'
          : 'text-ink hover:bg-hover',
      )}
    >
      <span className={clsx('flex', !current && 'text-muted')}>
        <ViewIcon icon={view.icon} />
      </span>
      {!folded && <span className="grow">{view.name}</span>}
      {!folded && count !== null && count > 0 && (
        <span
          className={clsx(
            'tabular text-meta',
            view.icon === 'overdue' ? 'text-overdue' : !current && 'text-muted',
          )}
        >
          {count.toLocaleString()}
        </span>
      )}
    </a>
  );
}

function ViewIcon({ icon }: { icon: View['icon'] }) {
  if (icon === 'linkedin') return <ChannelIcon channel="linkedin" />;
  const Icon = { inbox: Inbox, overdue: Flame, today: CalendarCheck, call: Phone }[icon];
  return <Icon size={16} aria-hidden />;
}
