import { useQuery } from '@tanstack/react-query';

import type { Task } from '#contract/task';

import { useBoardAge } from '../../tasks/live/board-age';
import { Moment } from '../../tasks/moment/moment';
import { recentQuery } from '../../tasks/steps/recent-query';
import { useUndo } from '../../tasks/use-command';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { RecentRow } from './recent-row';

type Props = { onClose: () => void; onOpen: (taskId: string) => void; onCopy: (task: Task) => void };

/** The newest things that this rep did, each with what became of it and what can be done about it now. */
export function RecentDialog({ onClose, onOpen, onCopy }: Props) {
  const { data, error, refetch } = useQuery(recentQuery());
  const { undo } = useUndo();
  const age = useBoardAge();
  const leaveFor = (go: () => void) => {
    onClose();
    go();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Recent changes"
      description="What you did, newest first. Undone in time, a change never leaves Outboard."
    >
      {data === undefined && error === null && <Skeleton className="h-24" />}
      {data === undefined && error !== null && (
        <div className="flex items-center gap-3">
          <p className="grow text-muted">The list could not be read. {error.message}</p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
      {data?.length === 0 && (
        <p className="text-muted">
          Nothing yet. What you complete, ignore, snooze or change is listed here, with the way back.
        </p>
      )}
      {data !== undefined && age?.asOf && (
        <p className="mb-2 text-meta text-muted">
          As it was <Moment at={new Date(age.asOf).toISOString()} />
          {age.why === 'offline' && ': Outboard does not answer.'}
        </p>
      )}
      {data !== undefined && data.length > 0 && (
        <ol aria-label="Recent changes" className="-my-1 flex flex-col">
          {data.map((step, index) => (
            <RecentRow
              key={step.id}
              step={step}
              newer={data.slice(0, index)}
              onUndo={() => undo(step.id)}
              onOpen={(taskId) => leaveFor(() => onOpen(taskId))}
              onCopy={(task) => leaveFor(() => onCopy(task))}
            />
          ))}
        </ol>
      )}
    </Dialog>
  );
}
