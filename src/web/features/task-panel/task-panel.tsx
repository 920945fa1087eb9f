import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';

import type { OpenCommand, Task } from '#contract/task';

import { connectionQueries } from '../../tasks/queries';
import { useTask } from '../../tasks/use-task';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { CommandNotes } from './command-notes';
import { HistoryList } from './history/history-list';
import { PanelActions } from './panel-actions';
import { PanelHeader } from './panel-header';
import { Facts } from './parts/facts';
import { MediaLinks } from './parts/media-links';
import { MessageBlock } from './parts/message-block';
import { PersonBlock } from './parts/person-block';
import { PersonTasks } from './parts/person-tasks';
import { useEscape } from './use-escape';
import { usePanelFocus } from './use-panel-focus';

type Props = {
  taskId: string;
  onClose: () => void;
  /** Another task is to be shown in this one's place. */
  onOpen: (taskId: string) => void;
  onEdit: (task: Task) => void;
  /** A failed create or edit is to be tried again with other values. */
  onAmend: (task: Task, command: OpenCommand) => void;
  onCopy: (task: Task) => void;
};

/** One task with all that is known of it, beside the board; on a phone it covers the page. */
export function TaskPanel({ taskId, onClose, ...actions }: Props) {
  const titleId = useId();
  const panel = usePanelFocus(taskId);
  const { task, status, error, retry } = useTask(taskId);
  useEscape(onClose);
  const missing =
    status === 'error' && (error?.status === 404 || error?.status === 400 || error?.status === 422);
  const fallback =
    status === 'loading' ? 'Loading…' : missing ? 'This task is not here' : 'The task could not be read';
  return (
    <aside
      ref={panel}
      data-task-panel
      aria-labelledby={titleId}
      className="fixed inset-y-0 right-0 z-30 flex w-full shrink-0 flex-col overflow-y-auto overscroll-contain bg-surface shadow-float sm:w-110 sm:border-l lg:static lg:shadow-none"
    >
      <PanelHeader task={task} titleId={titleId} fallback={fallback} onClose={onClose} />
      {task !== null && error !== null && (
        <div role="status" className="flex items-center gap-3 px-5 pb-3 text-meta text-muted">
          <p className="grow">Not read again: {error.detail} What you see may be old.</p>
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      {task !== null && <Content key={task.id} task={task} onClose={onClose} {...actions} />}
      {task === null && status === 'loading' && <Waiting />}
      {task === null && status === 'error' && (
        <div className="flex flex-col items-start gap-3 px-5">
          <p>{missing ? 'It may have been removed together with its connection.' : (error?.detail ?? '')}</p>
          {missing ? <Button onClick={onClose}>Close</Button> : <Button onClick={retry}>Try again</Button>}
        </div>
      )}
    </aside>
  );
}

function Content({ task, onClose, onOpen, onEdit, onAmend, onCopy }: { task: Task } & Omit<Props, 'taskId'>) {
  const { data: connections } = useQuery(connectionQueries.list());
  const connection = connections?.find(({ id }) => id === task.connectionId);
  return (
    <>
      <CommandNotes task={task} onAmend={(command) => onAmend(task, command)} onGone={onClose} />
      <PanelActions task={task} onEdit={() => onEdit(task)} onCopy={() => onCopy(task)} />
      <PersonBlock task={task} />
      <PersonTasks task={task} onOpen={onOpen} />
      <MessageBlock task={task} />
      <Facts task={task} connection={connection} />
      <MediaLinks task={task} />
      <HistoryList task={task} connection={connection} />
    </>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4 px-5">
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-24" />
      <Skeleton className="h-40" />
    </div>
  );
}
