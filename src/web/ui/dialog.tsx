import * as Radix from '@radix-ui/react-dialog';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, type ComponentProps, type ReactNode } from 'react';

import { IconButton } from './button';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Shown under the title and read with it. */
  description?: string;
  /** The focus starts at the element with `data-autofocus`, else at the first that takes it. */
  children: ReactNode;
  /** Stands under the content and does not scroll: the buttons. */
  footer?: ReactNode;
  /** Takes the focus at the end where what had it before is gone. */
  returnTo?: () => HTMLElement | null | undefined | void;
  /** `small` asks one question. */
  size?: 'small' | 'normal' | 'wide';
  /** Called before it closes by Escape, by the cross or by a press outside; `preventDefault` keeps it open. */
  onEscapeKeyDown?: ComponentProps<typeof Radix.Content>['onEscapeKeyDown'];
  onInteractOutside?: ComponentProps<typeof Radix.Content>['onInteractOutside'];
};

/** Of a dialog that another one takes the place of in the same moment: where its focus came from. */
let handedOn: Element | null = null;

const widths = {
  small: 'sm:mt-[8vh] sm:max-w-md',
  normal: 'sm:max-w-xl',
  wide: 'sm:max-w-[min(48rem,calc(100vw-32px))]',
};

/**
 * A modal dialog named by its title; on a phone it fills the screen. Radix's own overlay is not used: its scroll lock
 * writes a <style> element, which the page's content security policy forbids, and the page itself never scrolls.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'normal',
  returnTo,
  onInteractOutside,
  ...rest
}: Props) {
  const cameFrom = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!open) return undefined;
    return () => {
      handedOn = cameFrom.current;
    };
  }, [open]);
  // Without a trigger Radix knows neither where to start nor where the focus came from.
  const start = (event: Event) => {
    const before = document.activeElement;
    // An open picker of a select has the focus on an option, which is gone with it.
    cameFrom.current = before === document.body ? handedOn : (before?.closest('select') ?? before);
    const first =
      event.currentTarget instanceof Element
        ? event.currentTarget.querySelector<HTMLElement>('[data-autofocus]')
        : null;
    if (first === null) return;
    event.preventDefault();
    first.focus();
  };
  const goBack = (event: Event) => {
    event.preventDefault();
    handedOn = null;
    // Whoever closed it may have placed the focus already; a dialog itself has it only since what had it is gone.
    const now = document.activeElement;
    if (now !== null && now !== document.body && !now.matches('[role="dialog"]')) return;
    const before = cameFrom.current?.isConnected ? cameFrom.current : returnTo?.();
    if (before instanceof HTMLElement) before.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="pointer-events-auto fixed inset-0 z-40 bg-scrim motion-safe:animate-[appear_140ms_ease-out]" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={start}
          onCloseAutoFocus={goBack}
          onInteractOutside={(event) => {
            // Undo in a toast is offered beside the dialog, not in its place; by now its toast may have left the page.
            if (event.target instanceof Element && event.target.closest('[data-toast]'))
              event.preventDefault();
            else onInteractOutside?.(event);
          }}
          {...rest}
          className={clsx(
            'fixed z-40 flex flex-col bg-raised shadow-float focus:outline-none motion-safe:animate-[rise_140ms_ease-out]',
            'inset-0 sm:inset-auto sm:top-[8vh] sm:left-1/2 sm:max-h-[84vh] sm:w-full sm:-translate-x-1/2 sm:rounded-card sm:border sm:border-edge',
            widths[size],
          )}
        >
          <header className="flex items-start gap-2 border-b py-3 pr-3 pl-5">
            <div className="min-w-0 grow py-1.5 pointer-coarse:py-3">
              <Radix.Title className="text-title font-name">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X size={16} />} />
            </Radix.Close>
          </header>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex items-center justify-end gap-2 border-t px-5 py-3">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
