import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

const looks = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border-edge bg-surface text-ink hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink',
  danger: 'border-transparent bg-danger text-on-danger hover:opacity-90',
} as const;

const sizes = {
  small: 'h-7 gap-1.5 px-2 pointer-coarse:h-11 pointer-coarse:px-3',
  normal: 'h-8 gap-2 px-3 pointer-coarse:h-11 pointer-coarse:px-4',
} as const;

const shape =
  'inline-flex shrink-0 items-center justify-center rounded-control border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50';

type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
};

export function Button({
  look = 'secondary',
  size = 'normal',
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  // oxlint-disable-next-line react/button-has-type -- the type is given above, and is never absent
  return <button type={type} className={clsx(shape, looks[look], sizes[size], className)} {...rest} />;
}

type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'children'> & {
  label: string;
  icon: ReactNode;
  tip?: string;
};

/** A button that shows an icon alone: `label` is its accessible name and its tooltip, unless `tip` says more. */
export function IconButton({ label, icon, tip, look = 'ghost', className, ...rest }: IconButtonProps) {
  return (
    <Button
      look={look}
      aria-label={label}
      data-tip={tip ?? label}
      className={clsx('w-8 !px-0 pointer-coarse:w-11', className)}
      {...rest}
    >
      {icon}
    </Button>
  );
}
