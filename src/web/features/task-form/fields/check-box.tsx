import type { ComponentProps, ReactNode } from 'react';

/** A check box with its words at its side. */
export function CheckBox({ children, ...rest }: ComponentProps<'input'> & { children: ReactNode }) {
  return (
    <label className="flex min-h-8 w-fit items-center gap-2 pointer-coarse:min-h-11">
      <input type="checkbox" className="size-4 accent-accent" {...rest} />
      {children}
    </label>
  );
}
