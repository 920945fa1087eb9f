import { clsx } from 'clsx';

import type { Priority } from '#contract/vendors';

export const priorityNames: Record<Priority, string> = {
  none: 'No priority',
  low: 'Low priority',
  medium: 'Medium priority',
  high: 'High priority',
  urgent: 'Urgent',
};

const bars: Record<Priority, number> = { none: 0, low: 1, medium: 2, high: 3, urgent: 3 };

/** Three rising bars, as many filled as the priority is high; red when urgent, nothing without one. */
export function PriorityMark({ priority }: { priority: Priority }) {
  if (priority === 'none') return null;
  return (
    <svg
      role="img"
      aria-label={priorityNames[priority]}
      data-tip={priorityNames[priority]}
      width="16"
      height="12"
      viewBox="-2 0 16 12"
      className={clsx('shrink-0', priority === 'urgent' ? 'fill-overdue' : 'fill-ink')}
    >
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 4.5}
          y={8 - bar * 4}
          width="3"
          height={4 + bar * 4}
          rx="1"
          className={bar < bars[priority] ? undefined : 'opacity-25'}
        />
      ))}
    </svg>
  );
}
