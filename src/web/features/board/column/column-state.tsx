import { use, type ReactNode } from 'react';

import type { TaskStatus } from '#contract/task';

import { UntilContext } from '../../../tasks/face/until-context';
import { Button } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';

/** In place of cards while the first answer is on its way. */
export function ColumnLoading() {
  return (
    <div className="flex flex-col gap-1.5 px-3 pt-1" aria-busy="true">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-[84px] w-full !rounded-card !bg-surface !inset-ring-hairline" />
      ))}
    </div>
  );
}

type TroubleProps = { words: string; onRetry: () => void };

export function ColumnTrouble({ words, onRetry }: TroubleProps) {
  return (
    <Notice words={words} role="alert">
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}

/** A strip under the cards when the next ones did not come. */
export function MoreTrouble({ words, onRetry }: TroubleProps) {
  return (
    <div role="alert" className="flex shrink-0 items-center gap-3 border-t px-4 py-2 text-muted">
      <p className="min-w-0 grow">{words}</p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

type EmptyProps = { status: TaskStatus; filtered: boolean; onClear: () => void; onCreate: () => void };

/** Says what would be here and offers the next step. */
export function ColumnEmpty({ status, filtered, onClear, onCreate }: EmptyProps) {
  const sleeping = use(UntilContext);
  if (status !== 'pending') return <Notice words={filtered ? filteredWords : emptyWords[status]} />;
  return (
    <Notice
      words={filtered ? (sleeping ? sleepingWords : 'No task matches these filters.') : emptyWords.pending}
    >
      <Button size="small" onClick={filtered ? onClear : onCreate}>
        {filtered ? 'Clear filters' : 'Create a task'}
      </Button>
    </Notice>
  );
}

const sleepingWords = 'Nothing is snoozed. Press S on a card, and it is listed here until its time comes.';
const filteredWords = 'Nothing here matches these filters.';
const emptyWords: Record<TaskStatus, string> = {
  pending: 'All done. New tasks from your tools appear here by themselves.',
  completed: 'What you complete appears here. Drag a card over, or press E on it.',
  ignored: 'What you ignore appears here. Drag a card over, or press I on it.',
};

function Notice({ words, role, children }: { words: string; role?: 'alert'; children?: ReactNode }) {
  return (
    <div
      role={role}
      className="flex flex-col items-center gap-3 px-6 py-12 text-center text-balance text-muted"
    >
      <p>{words}</p>
      {children}
    </div>
  );
}
