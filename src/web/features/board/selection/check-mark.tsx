import { clsx } from 'clsx';
import { Check } from 'lucide-react';

type Props = { selected: boolean; onToggle: (withRange: boolean) => void };

/** Selects the card: over its channel. */
export function CheckMark({ selected, onToggle }: Props) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label="Select"
      tabIndex={-1}
      data-tip="Select (X)"
      onClick={(event) => onToggle(event.shiftKey)}
      className={clsx(
        'absolute top-0 left-0 flex h-full w-9 items-center justify-center bg-(--card) group-data-preview:hidden',
        // A finger selects from the menu, where it can see what it does.
        !selected && 'pointer-coarse:hidden',
      )}
    >
      <span
        className={clsx(
          'flex size-4 items-center justify-center rounded-[4px] border',
          selected ? 'border-accent bg-accent text-on-accent' : 'border-control bg-surface',
        )}
      >
        {selected && <Check size={12} strokeWidth={3} aria-hidden />}
      </span>
    </button>
  );
}
