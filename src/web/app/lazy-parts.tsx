import { lazy, Suspense, type ReactNode } from 'react';

import { ErrorBoundary } from '../features/frame/error-boundary';
import { Button } from '../ui/button';
import { loadMenus } from '../ui/menu';

const panel = () => import('../features/task-panel/task-panel');
const form = () => import('../features/task-form/task-form-dialog');
const connection = () => import('../features/connections/connection-dialog');
const shortcuts = () => import('../features/board/keys/shortcuts-dialog');
const waiting = () => import('./waiting/waiting-dialog');
const practice = () => import('../features/practice-faults/practice-faults-dialog');
const recent = () => import('../features/recent/recent-dialog');
const outcome = () => import('../tasks/moves/outcome-dialog');
const snooze = () => import('./snooze-dialog');

/** What the first card need not wait for. */
export const TaskPanel = lazy(async () => ({ default: (await panel()).TaskPanel }));
export const TaskFormDialog = lazy(async () => ({ default: (await form()).TaskFormDialog }));
export const ConnectionDialog = lazy(async () => ({ default: (await connection()).ConnectionDialog }));
export const OutcomeDialog = lazy(async () => ({ default: (await outcome()).OutcomeDialog }));
export const SnoozeDialog = lazy(async () => ({ default: (await snooze()).SnoozeDialog }));
export const ShortcutsDialog = lazy(async () => ({ default: (await shortcuts()).ShortcutsDialog }));
export const RecentDialog = lazy(async () => ({ default: (await recent()).RecentDialog }));
export const WaitingDialog = lazy(async () => ({ default: (await waiting()).WaitingDialog }));
export const PracticeFaultsDialog = lazy(async () => ({ default: (await practice()).PracticeFaultsDialog }));

const idleMs = 1500;

/** Fetches these parts once the board stands, so that opening one waits for nothing; answers how to give that up. */
export function loadPartsWhenIdle(): () => void {
  const timer = window.setTimeout(() => {
    // One that does not come now is asked for again when it is opened.
    void Promise.allSettled([
      loadMenus(),
      panel(),
      form(),
      connection(),
      shortcuts(),
      outcome(),
      snooze(),
      recent(),
      waiting(),
      practice(),
    ]);
  }, idleMs);
  return () => clearTimeout(timer);
}

/** A part that cannot be fetched says so and leaves the board alone; it happens when Outboard was renewed meanwhile. */
export function LazyPart({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary fallback={<NotLoaded />}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}

function NotLoaded() {
  return (
    <div
      role="alert"
      className="fixed top-14 right-4 z-40 flex max-w-80 flex-col items-start gap-3 rounded-card border border-edge bg-raised p-4 shadow-float"
    >
      <p>This part of the page did not load. The board works on; load the page again to get the part.</p>
      <Button size="small" onClick={() => location.reload()}>
        Load the page again
      </Button>
    </div>
  );
}
