import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import type { BoardHandle } from '../../features/board/board-handle';
import { announce } from '../../ui/live-region';
import { LazyPart, loadPalette, PaletteWindow } from '../lazy-parts';
import { useTypedAhead } from '../use-typed-ahead';
import type { InHand, PaletteProps } from './palette-props';

type Given = Omit<PaletteProps, 'onClose' | 'onChoose' | 'returnTo' | 'takeTyped'> & {
  /** The task that the focus queue shows; null where there is none, or no queue. */
  focusTask: string | null;
};

/**
 * The palette: Ctrl+K or Cmd+K opens and closes it, also out of a field and over the focus queue. Not over another dialog: what
 * it does may need the board, and what is typed there would be left half done.
 */
export function usePalette({ focusTask, ...given }: Given) {
  const { board, openTask, onLeaveFocus } = given;
  const [inHand, setInHand] = useState<InHand>({ kind: 'page' });
  const [isOpen, setOpen] = useState(false);
  const cameFrom = useRef<Element | null>(null);

  const close = () => setOpen(false);
  const takeTyped = useTypedAhead(isOpen, close);
  const open = () => {
    // One that cannot be loaded says so in its place, and must not keep the keys.
    void loadPalette().catch(close);
    cameFrom.current = document.activeElement;
    const task = onLeaveFocus === null ? taskInHand(openTask) : focusTask;
    setInHand((onLeaveFocus === null ? selectedOf(board.current) : null) ?? handOf(task));
    setOpen(true);
  };
  const choose = (run: () => void) => {
    // What is done next asks where the focus is, and remembers it for its own end.
    flushSync(close);
    const before = cameFrom.current;
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
    else returnTo()?.focus();
    run();
  };
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
    if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return;
    // Otherwise the browser would take the focus to its own search.
    event.preventDefault();
    if (repeat) return;
    if (isOpen) close();
    else if (isCovered()) announce('Close this first, then find or do.');
    else open();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  const palette = (
    <LazyPart>
      {isOpen && (
        <PaletteWindow
          {...given}
          inHand={inHand}
          takeTyped={takeTyped}
          onClose={close}
          onChoose={choose}
          returnTo={returnTo}
        />
      )}
    </LazyPart>
  );
  return { palette, openPalette: open };
}

function selectedOf(board: BoardHandle | null): InHand | null {
  const { tasks = [], matching = null, offer = null } = board?.selection ?? {};
  return tasks.length > 0 ? { kind: 'selected', tasks, matching, offer } : null;
}

function handOf(taskId: string | null): InHand {
  if (taskId === null) return { kind: 'page' };
  const card = document.querySelector(`[data-column] [data-task-id="${CSS.escape(taskId)}"]`);
  return { kind: 'task', taskId, hasCard: card !== null };
}

/** The task of the focused card, of the panel, or of the card that a phone's thumb bar is about. */
function taskInHand(openTask: string | null): string | null {
  const focused = document.activeElement?.closest('[data-task-id]');
  const chosen = document.querySelector('[data-layout=phone] [data-task-id][aria-current=true]');
  return focused?.getAttribute('data-task-id') ?? openTask ?? chosen?.getAttribute('data-task-id') ?? null;
}

/** The title in the focus queue; else the button that opens it, or on a phone the one that leads there. */
function returnTo(): HTMLElement | null {
  const title = document.querySelector<HTMLElement>('[data-focus-queue] h2');
  const buttons = document.querySelectorAll<HTMLElement>('[data-palette-return]');
  return title ?? [...buttons].find((button) => button.checkVisibility()) ?? null;
}

function isCovered(): boolean {
  const over = '[role="dialog"]:not([data-focus-queue]), [role="alertdialog"], [role="menu"]';
  return document.querySelector(over) !== null;
}
