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
    <span
      role="img"
      aria-label={priorityNames[priority]}
      data-tip={priorityNames[priority]}
      className="flex h-5 w-4 shrink-0 items-center justify-center"
    >
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden
        className={priority === 'urgent' ? 'fill-overdue' : 'fill-ink'}
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
    </span>
  );
}
