import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

const shape =
  'w-full rounded-control border border-control bg-surface px-2.5 text-body text-ink transition-colors hover:border-muted disabled:opacity-60 aria-invalid:border-danger pointer-coarse:text-[16px]';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input dir="auto" className={clsx(shape, 'h-8 pointer-coarse:h-11', className)} {...rest} />;
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      className={clsx(shape, 'field-sizing-content max-h-80 min-h-24 py-1.5', className)}
      {...rest}
    />
  );
}
