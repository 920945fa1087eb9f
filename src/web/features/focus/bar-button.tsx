import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

import { useKeyWorks } from '../../ui/letter-keys';

type Look = { /** The less high row of the phone. */ low?: boolean; primary?: boolean; disabled?: boolean };
type Face = { icon: ReactNode; label: string; hint?: string };

/** On a phone an icon over its word, a fifth of the width; elsewhere a button with its key. */
export function barLook({ low = false, primary = false, disabled = false }: Look): string {
  return clsx(
    'flex min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-meta select-none',
    'focus-visible:-outline-offset-2 sm:h-8 sm:grow-0 sm:basis-auto sm:flex-row sm:gap-2 sm:rounded-control sm:border sm:px-2.5 sm:text-body sm:font-medium sm:pointer-coarse:h-11',
    low ? 'h-12' : 'h-14',
    disabled && 'opacity-40',
    primary
      ? 'font-name text-accent-text active:bg-accent-soft sm:border-transparent sm:bg-accent sm:text-on-accent sm:hover:bg-accent-hover'
      : 'text-muted active:bg-hover sm:border-edge sm:bg-surface sm:text-ink sm:hover:bg-hover',
  );
}

export function BarFace({ icon, label, hint }: Face) {
  const works = useKeyWorks();
  return (
    <>
      <span aria-hidden>{icon}</span>
      <span className="max-w-full truncate">{label}</span>
      {hint !== undefined && works(hint) && (
        <kbd
          aria-hidden
          className="font-sans text-meta font-normal opacity-80 max-sm:hidden pointer-coarse:hidden"
        >
          {hint}
        </kbd>
      )}
    </>
  );
}

type Props = Face &
  Look & {
    /** Where it says more than the label. */
    name?: string;
    /** The first click of a double click brings the next task, which the second would hit. */
    once?: boolean;
  } & ComponentProps<'button'>;

export function BarButton({ icon, label, hint, low, primary, name, once, onClick, ...rest }: Props) {
  const works = useKeyWorks();
  return (
    <button
      type="button"
      aria-label={name ?? label}
      {...(hint !== undefined && works(hint) ? { 'aria-keyshortcuts': hint } : {})}
      className={barLook({ low: low ?? false, primary: primary ?? false, disabled: rest.disabled ?? false })}
      onClick={(event) => (!once || event.detail < 2) && onClick?.(event)}
      {...rest}
    >
      <BarFace icon={icon} label={label} {...(hint === undefined ? {} : { hint })} />
    </button>
  );
}
