import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef } from 'react';

import { filterLink } from '../../tasks/filter-link';
import { useUndone } from '../../tasks/ledger/undone';
import { useBoardAge } from '../../tasks/live/board-age';
import { cachedTask } from '../../tasks/live/board-cache';
import { toast } from '../../ui/toast';
import { EndScreen } from './end-screen';
import { FocusBar } from './focus-bar';
import { FocusHeader } from './focus-header';
import type { FocusProps } from './focus-props';
import { NotRead, Reading } from './not-read';
import { skipWords } from './queue/skip-words';
import { endOfQueue } from './queue/stand';
import { useQueue, type FocusQueue as Queue } from './queue/use-queue';
import { useSession } from './session/use-session';
import { TaskHead } from './task-head';
import { useWork } from './use-work';

/** The current view one task at a time, over the whole page: what it is, who it is about, what was done, and what can be done. */
export function FocusQueue({ renderDetails, ...props }: FocusProps) {
  const { filter, viewName, wanted, onWant, anew, onClose, onHelp } = props;
  const root = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const done = useSession(filterLink(filter), anew || wanted === '');
  const queue = useQueue(filter, wanted, done);
  const { stand, left, column } = queue;
  const worked = Object.keys(done).length;
  const total = left === null ? null : worked + left;
  const task = stand.kind === 'at' ? stand.task : null;
  const work = useWork({ ...props, queue, root });
  useAddress(queue, wanted, onWant, done);
  // What was taken back is in hand again.
  useUndone(({ tasks: [back] }) => back && onWant(back.id));
  useSpokenTask(root, stand.kind === 'end' ? endOfQueue : (task?.id ?? null));

  return (
    <div
      ref={root}
      role="dialog"
      aria-label={`Focus: ${viewName}`}
      data-focus-queue
      data-state="open"
      className="fixed inset-0 z-30 flex flex-col bg-canvas text-ink"
    >
      <FocusHeader
        viewName={viewName}
        at={stand.kind === 'at' ? worked + stand.before + 1 : null}
        total={total}
        done={worked}
        onClose={onClose}
        onHelp={onHelp}
      />
      <div className="min-h-0 grow overflow-y-auto overscroll-contain" data-focus-scroller>
        {task !== null && (
          <section key={task.id} aria-labelledby={titleId} className="mx-auto w-full max-w-6xl p-4">
            <TaskHead task={task} titleId={titleId} />
            {renderDetails(task)}
          </section>
        )}
        {stand.kind === 'end' && (
          <EndScreen done={done} left={left ?? 0} onAgain={() => onWant('')} onClose={onClose} />
        )}
        {(stand.kind === 'reading' || stand.kind === 'below') &&
          ((column.error ?? column.moreError) ? <NotRead column={column} /> : <Reading />)}
      </div>
      {task !== null && <FocusBar task={task} work={work} />}
    </div>
  );
}

/** The address follows the task in hand, so that a page that is loaded again stands there; what is passed over is told. */
function useAddress(
  { stand, seen }: Queue,
  wanted: string,
  onWant: (taskId: string) => void,
  done: Readonly<Record<string, unknown>>,
): void {
  const client = useQueryClient();
  const catchingUp = useBoardAge()?.why === 'catching-up';
  const now = stand.kind === 'at' ? stand.task.id : stand.kind === 'end' ? endOfQueue : null;
  const follow = useEffectEvent((from: string, next: string, isOld: boolean) => {
    // A page that is loaded again begins with what the browser kept, which may lack what was just taken back.
    if (next === from || (isOld && seen?.task.id !== from)) return;
    onWant(next);
    if (from === '' || from === endOfQueue || from in done) return;
    const before = seen?.task.id === from ? seen.task : null;
    toast(skipWords(before, cachedTask(client, from) ?? null));
  });
  useEffect(() => {
    if (now !== null) follow(wanted, now, catchingUp);
  }, [now, wanted, catchingUp]);
}

/** Each task takes the focus at its title: it is read out, and the keys of the page scroll it. */
function useSpokenTask(root: { current: HTMLElement | null }, shown: string | null): void {
  useEffect(() => {
    if (shown === null) return;
    root.current?.querySelector('[data-focus-scroller]')?.scrollTo(0, 0);
    root.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [root, shown]);
}
