import * as Radix from '@radix-ui/react-popover';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  /** The button that opens it; it must take a ref. */
  trigger: ReactElement;
  /** Names the floating part for those who hear it. */
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
};

/** Something that floats beside its button and leaves the page usable. */
export function Popover({ trigger, label, children, align = 'start', className, ...rest }: Props) {
  return (
    <Radix.Root {...rest}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={clsx(
            'z-50 rounded-card border border-edge bg-raised p-1 shadow-float motion-safe:animate-[appear_120ms_ease-out]',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
