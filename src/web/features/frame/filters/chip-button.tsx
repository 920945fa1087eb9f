import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

type Props = ComponentProps<'button'> & {
  /** The name of what it filters by. */
  by: string;
  words: string;
  /** Something is chosen. */
  on: boolean;
};

/** One part of the sentence that the filter makes, as the button that changes it. */
export function ChipButton({ by, words, on, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={`Filter by ${by}: ${words}`}
      className={clsx(
        'flex h-7 max-w-72 shrink-0 items-center gap-1 rounded-control border border-transparent px-2 transition-colors focus-visible:-outline-offset-2 pointer-coarse:h-11',
        on
          ? 'bg-accent-soft font-medium text-accent-text'
          : 'text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover',
      )}
      {...rest}
    >
      <span className="truncate">{words}</span>
      <ChevronDown size={14} aria-hidden className="shrink-0" />
    </button>
  );
}
