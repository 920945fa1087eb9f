import { clsx } from 'clsx';

import { isLetterKey, useKeysOff, useLetterKeys } from '../../../ui/letter-keys';
import { Shortcut } from '../../../ui/shortcut';

/** A key in the list; one of a single character is a switch for itself, struck through while it is off. */
export function KeyCap({ name, does }: { name: string; does: string }) {
  const [allOn] = useLetterKeys();
  const [off, choose] = useKeysOff();
  if (!isLetterKey(name)) return <Shortcut>{name}</Shortcut>;
  const on = allOn && !off.includes(name);
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={`${name}: ${does}`}
      disabled={!allOn}
      data-tip={on ? `Switch ${name} off` : allOn ? `${name} is off. Switch it on` : undefined}
      onClick={() => choose(name, !on)}
      className={clsx(
        'min-h-6 min-w-7 rounded-control border px-1.5 text-center text-meta whitespace-nowrap pointer-coarse:min-h-11 pointer-coarse:min-w-11',
        on
          ? 'border-control bg-surface text-ink hover:bg-hover'
          : 'border-dashed border-control bg-transparent text-muted line-through',
      )}
    >
      {name}
    </button>
  );
}
