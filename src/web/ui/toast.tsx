import { X } from 'lucide-react';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';

import { Button, IconButton } from './button';
import { announce } from './live-region';

type Note = { id: number; words: string; action: { label: string; run: () => void } | null };

let notes: readonly Note[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const stayMs = 6000;

/** Tells something that happened, for six seconds; the live region says it too. */
export function toast(words: string, action: Note['action'] = null): void {
  lastId += 1;
  const note = { id: lastId, words, action };
  // The same words again are not a second note.
  set([...notes.filter((one) => one.words !== words).slice(-2), note]);
  announce(words);
  window.setTimeout(() => set(notes.filter((one) => one !== note)), stayMs);
}

/** Once at the root; `children` are toasts with a life of their own, such as those that undo. */
export function Toasts({ children }: { children?: ReactNode }) {
  const shown = useSyncExternalStore(subscribe, () => notes);
  useEffect(() => () => set([]), []);
  return (
    <section
      aria-label="Notifications"
      // Spoken elsewhere. An open dialog hides what is around it, but not what bears this attribute.
      aria-live="off"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(16px+env(safe-area-inset-bottom)+var(--thumb-bar,0px))] z-50 mx-auto flex w-fit max-w-[min(100%-2rem,44rem)] flex-col gap-2 [:root:has([data-dragging])_&]:invisible"
    >
      {shown.map((note) => (
        <Toast key={note.id} words={note.words} onDismiss={() => set(notes.filter((one) => one !== note))}>
          {note.action && (
            <Button size="small" onClick={note.action.run}>
              {note.action.label}
            </Button>
          )}
        </Toast>
      ))}
      {children}
    </section>
  );
}

type ToastProps = { words: string; children?: ReactNode; onDismiss?: () => void };

export function Toast({ words, children, onDismiss }: ToastProps) {
  return (
    <div
      data-toast
      className="pointer-events-auto relative flex items-center gap-3 overflow-hidden rounded-card border border-edge bg-raised py-2 pr-2 pl-4 shadow-float motion-safe:animate-[rise_140ms_ease-out]"
    >
      <span className="min-w-0 grow break-words" dir="auto">
        {words}
      </span>
      {children}
      {onDismiss && (
        <IconButton
          label="Dismiss"
          size="small"
          className="!w-7"
          icon={<X size={16} />}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}

function set(next: readonly Note[]): void {
  notes = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
