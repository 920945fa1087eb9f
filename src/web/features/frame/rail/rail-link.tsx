import { clsx } from 'clsx';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  href: string;
  name: string;
  icon: ReactNode;
  /** The board shows it. */
  current: boolean;
  folded: boolean;
  /** Open tasks; null while it is not known. */
  count: number | null;
  /** The count is a warning. */
  late?: boolean;
  /** Room for a button at the end, which the count leaves to it. */
  beside?: boolean;
  onFollow: () => void;
};

/** A view, as a link that sets the filter of the address. */
export function RailLink({ href, name, icon, current, folded, count, late, beside, onFollow }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onFollow();
  };
  return (
    <a
      href={href}
      draggable={false}
      aria-current={current ? 'page' : undefined}
      aria-label={folded ? name : undefined}
      data-tip={folded || name.length > 18 ? name : undefined}
      onClick={follow}
      className={clsx(
        'flex h-8 min-w-0 grow items-center gap-2.5 rounded-control px-2.5 transition-colors pointer-coarse:h-11',
        folded && 'justify-center',
        beside && 'pointer-coarse:pr-12',
        current
          ? 'bg-accent-soft forced-colors:border-2 font-medium text-accent-text'
          : 'text-ink hover:bg-hover',
      )}
    >
      <span className={clsx('flex shrink-0', !current && 'text-muted')}>{icon}</span>
      {!folded && (
        <span className="min-w-0 grow truncate text-left" dir="auto">
          {name}
        </span>
      )}
      {!folded && count !== null && count > 0 && (
        <span
          className={clsx(
            'tabular text-meta transition-opacity',
            late ? 'text-overdue' : !current && 'text-muted',
            beside &&
              'group-focus-within:opacity-0 group-hover:opacity-0 group-has-data-[state=open]:opacity-0 pointer-coarse:!opacity-100',
          )}
        >
          {count.toLocaleString()}
        </span>
      )}
    </a>
  );
}
