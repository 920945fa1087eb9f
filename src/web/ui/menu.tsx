import type * as Radix from '@radix-ui/react-dropdown-menu';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import {
  cloneElement,
  createContext,
  use,
  useEffect,
  useEffectEvent,
  useState,
  type ComponentProps,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';

import { HeldKeys } from './held-keys';
import { chooseByDigit, findByLetters } from './menu-keys';
import { Shortcut } from './shortcut';
import { toast } from './toast';

type Parts = typeof Radix;

// 29 kB that no first paint needs: fetched when the page is idle, or when a menu is opened before that.
let parts: Promise<Parts> | null = null;

export function loadMenus(): Promise<Parts> {
  parts ??= import('@radix-ui/react-dropdown-menu');
  return parts;
}

const PartsContext = createContext<Parts | null>(null);

type Props = {
  /** The button that opens it; it must take a ref. */
  trigger: ReactElement<ComponentProps<'button'>>;
  children: ReactNode;
  /** Opened and closed from outside; without it the button does. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  /** Called when it has closed and the focus is about to return; `preventDefault` leaves the focus alone. */
  onCloseAutoFocus?: (event: Event) => void;
};

/** A menu under its button. Not modal: the lock on scrolling would need a <style> element. */
export function Menu({ trigger, children, align = 'start', onCloseAutoFocus, ...given }: Props) {
  const [asked, setAsked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { open = isOpen, onOpenChange = setOpen } = given;
  const wanted = asked || open;
  const Parts = useParts(wanted, () => {
    setAsked(false);
    onOpenChange(false);
  });
  if (Parts === null) {
    const ask = () => {
      setAsked(true);
      onOpenChange(true);
    };
    const askByArrow = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      ask();
    };
    const button = cloneElement(trigger, {
      'aria-haspopup': 'menu',
      'aria-expanded': open,
      onClick: ask,
      onKeyDown: askByArrow,
    });
    return (
      <>
        {button}
        {wanted && <HeldKeys />}
      </>
    );
  }
  return (
    <Parts.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Parts.Trigger asChild>{trigger}</Parts.Trigger>
      <Parts.Portal container={layer()}>
        <Parts.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          // One that is longer than the screen and was opened by mouse scrolls by keys, too.
          tabIndex={0}
          {...(onCloseAutoFocus ? { onCloseAutoFocus } : {})}
          onFocus={startAtFirst}
          onKeyDown={(event) => {
            if (!chooseByDigit(event)) findByLetters(event);
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(24rem,calc(100vw-16px))] min-w-48 overflow-y-auto rounded-card border border-edge bg-raised p-1 shadow-float motion-safe:animate-[appear_120ms_ease-out]"
        >
          <PartsContext value={Parts}>{children}</PartsContext>
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}

let byKey = false;
globalThis.window?.addEventListener('keydown', () => (byKey = true), { capture: true });
for (const move of ['pointerdown', 'pointermove'] as const)
  globalThis.window?.addEventListener(move, () => (byKey = false), { capture: true, passive: true });

/** Radix listens for keys only once a menu stands, and so misses the one that opens it from elsewhere. */
function startAtFirst({ target, currentTarget }: FocusEvent): void {
  if (!byKey || target !== currentTarget) return;
  currentTarget.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus();
}

/** Inside of the page's landmark, where a screen reader looks for it; above a dialog at the end of the page. */
function layer(): Element | null {
  const inDialog = document.querySelector('[role="dialog"][data-state="open"]') !== null;
  return inDialog ? null : document.querySelector('main');
}

function useParts(wanted: boolean, giveUp: () => void): Parts | null {
  const [ready, setReady] = useState<Parts | null>(null);
  const fail = useEffectEvent(giveUp);
  useEffect(() => {
    if (!wanted) return;
    loadMenus().then(setReady, () => {
      parts = null;
      toast('The menu did not load. Load the page again to get it.');
      fail();
    });
  }, [wanted]);
  return ready;
}

function useMenu(): Parts {
  const all = use(PartsContext);
  if (all === null) throw new Error('This stands outside of a menu.');
  return all;
}

const row =
  'flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 outline-none data-disabled:text-muted data-highlighted:bg-hover pointer-coarse:min-h-11';

type ItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  /** A muted word at the end: a key or a time. */
  note?: string;
  /** The key that chooses it while the menu is open. */
  digit?: number | undefined;
  /** Why it cannot be chosen; it stays readable and is announced as disabled. */
  refusal?: string | undefined;
  /** What else is to be known before it is chosen. */
  hint?: string | undefined;
  onSelect: () => void;
};

export function MenuItem({ children, icon, note, digit, refusal, hint = refusal, onSelect }: ItemProps) {
  const Menu = useMenu();
  return (
    <Menu.Item
      className={row}
      disabled={refusal !== undefined}
      aria-keyshortcuts={digit?.toString()}
      onSelect={onSelect}
    >
      {icon !== undefined && <span className="flex w-4 justify-center text-muted">{icon}</span>}
      <span className="min-w-0 grow">
        <span className="block truncate">{children}</span>
        {hint !== undefined && <span className="block text-meta text-muted">{hint}</span>}
      </span>
      {note !== undefined && (
        <span className="shrink-0 pl-2 text-meta whitespace-nowrap text-muted tabular">{note}</span>
      )}
      {digit !== undefined && (
        <span aria-hidden className="pl-1 pointer-coarse:hidden">
          <Shortcut>{String(digit)}</Shortcut>
        </span>
      )}
    </Menu.Item>
  );
}

type ChoiceProps = {
  children: ReactNode;
  checked: boolean;
  onSelect: () => void;
  kind?: 'one' | 'many';
  note?: string;
};

/** An item with a check mark: `many` keeps the menu open so that several can be chosen. */
export function MenuChoice({ children, checked, onSelect, kind = 'many', note }: ChoiceProps) {
  const Menu = useMenu();
  return (
    <Menu.CheckboxItem
      className={row}
      checked={checked}
      onSelect={(event) => {
        if (kind === 'many') event.preventDefault();
        onSelect();
      }}
    >
      <span className={clsx('flex w-4 justify-center', checked ? 'text-accent-text' : 'text-transparent')}>
        <Check size={16} aria-hidden />
      </span>
      <span className="min-w-0 grow truncate">{children}</span>
      {note !== undefined && <span className="text-meta text-muted tabular">{note}</span>}
    </Menu.CheckboxItem>
  );
}

/** Items under a common name. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const Menu = useMenu();
  return (
    <Menu.Group aria-label={label}>
      <div aria-hidden className="px-2 pt-2 pb-1 text-meta text-muted">
        {label}
      </div>
      {children}
    </Menu.Group>
  );
}

export function MenuLine() {
  const Menu = useMenu();
  return <Menu.Separator className="my-1 h-px bg-hairline" />;
}
