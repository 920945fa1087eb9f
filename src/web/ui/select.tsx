import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/**
 * The browser's own select, with `<option>` children, drawn by styles.css where the browser allows it: it keeps the
 * system's keyboard, touch and speech, and needs no script and no <style> element.
 */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={clsx('relative inline-flex w-full', className)}>
      <select
        className="select h-8 w-full items-center overflow-clip rounded-control border border-control bg-surface pr-7 pl-2.5 text-body whitespace-nowrap text-ink transition-colors [overflow-clip-margin:content-box] hover:border-muted disabled:opacity-60 aria-invalid:border-danger pointer-coarse:h-11"
        {...rest}
      >
        {children}
      </select>
      {/* A long choice fades: the browser draws no ellipsis in a select that the page has styled. */}
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-px right-7 w-2 bg-linear-to-r from-transparent to-surface [:disabled~&]:hidden"
      />
      <ChevronDown
        size={16}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
