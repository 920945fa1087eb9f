import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type' | 'role'> & { checked: boolean };

/** The browser's own check box, drawn and spoken as a switch; it needs a name of its own or a label around it. */
export function Switch({ checked, className, ...rest }: Props) {
  return (
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      className={clsx(
        'relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-sunken transition-colors',
        'checked:border-accent checked:bg-accent',
        'before:absolute before:top-1/2 before:left-0.5 before:size-3.5 before:-translate-y-1/2 before:rounded-full before:bg-control before:transition-transform',
        'checked:before:translate-x-4 checked:before:bg-on-accent',
        'forced-colors:appearance-auto forced-colors:before:hidden',
        className,
      )}
      {...rest}
    />
  );
}
