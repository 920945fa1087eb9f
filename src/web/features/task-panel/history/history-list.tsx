import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { useClock } from '../../../tasks/clock/use-clock';
import { Moment } from '../../../tasks/moment/moment';
import { taskQueries } from '../../../tasks/queries';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';
import { PanelSection } from '../parts/panel-section';
import { changeLines, historyEntry } from './history-words';
import type { HistoryEntry } from './history-words';

const tones = {
  done: 'bg-done',
  open: 'bg-today',
  failed: 'bg-overdue',
  undone: 'bg-edge',
} satisfies Record<HistoryEntry['tone'], string>;

/** What this board did to the task and what the vendor made of it, newest first. */
export function HistoryList({ task, connection }: { task: Task; connection: Connection | undefined }) {
  const { data, error, refetch } = useQuery(taskQueries.history(task.id));
  const now = new Date(useNow(60_000));
  const around = {
    vendor: task.vendor,
    vendorLabel: vendorRules[task.vendor].label,
    members: connection?.members ?? [],
    now,
    clock: useClock(),
  };
  return (
    <PanelSection title="History">
      {data === undefined && error === null && <Skeleton className="h-10" />}
      {data === undefined && error !== null && (
        <div className="flex items-center gap-3">
          <p className="grow text-muted">The history could not be read. {error.message}</p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
      {data?.items.length === 0 && data.elsewhere.length === 0 && (
        <p className="text-muted">Nothing was done to it on this board yet.</p>
      )}
      {data !== undefined && data.items.length + data.elsewhere.length > 0 && (
        <ol className="flex flex-col gap-3">
          {data.elsewhere.length > 0 && (
            <Elsewhere label={around.vendorLabel} changes={changeLines(data.elsewhere, around)} />
          )}
          {data.items.map((item) => (
            <Entry key={item.id} entry={historyEntry(item, around)} at={item.createdAt} />
          ))}
        </ol>
      )}
    </PanelSection>
  );
}

function Entry({ entry, at }: { entry: HistoryEntry; at: string }) {
  return (
    <li className="grid grid-cols-[8px_minmax(0,1fr)] gap-x-2.5">
      <span
        aria-hidden
        className={clsx('mt-1.5 size-2 rounded-full forced-color-adjust-none', tones[entry.tone])}
      />
      <div className="min-w-0">
        <p className="flex gap-2">
          <span className="min-w-0 grow">
            <span className="font-medium">{entry.title}</span>
            <span className="text-muted"> · {entry.outcome}</span>
          </span>
          <Moment at={at} />
        </p>
        <p className="text-meta text-muted">
          <bdi>{entry.who ?? 'A rep'}</bdi>
          {entry.settled !== null && (
            <>
              {' '}
              · {entry.settled.word} <Moment at={entry.settled.at} />
            </>
          )}
        </p>
        {entry.notes.map(({ words, at: noted }) => (
          <p key={`${words} ${noted}`} className="text-meta break-words text-muted">
            <bdi>{words}</bdi> · <Moment at={noted} />
          </p>
        ))}
        <Changes changes={entry.changes} />
      </div>
    </li>
  );
}

/** What the vendor, or somebody there, made otherwise since this board sent it. */
function Elsewhere({ label, changes }: { label: string; changes: HistoryEntry['changes'] }) {
  return (
    <li className="grid grid-cols-[8px_minmax(0,1fr)] gap-x-2.5">
      <span aria-hidden className="mt-1.5 size-2 rounded-full bg-accent forced-color-adjust-none" />
      <div className="min-w-0">
        <p className="font-medium">Changed at {label}</p>
        <p className="text-meta text-muted">Not by this board; {label} does not tell when or by whom.</p>
        <Changes changes={changes} />
      </div>
    </li>
  );
}

function Changes({ changes }: { changes: HistoryEntry['changes'] }) {
  return changes.map(({ label, before, after }) => (
    <p key={label} className="line-clamp-3 text-meta break-words text-muted">
      {label}:{' '}
      {before !== null && (
        <>
          <s className="decoration-1" dir="auto">
            {before}
          </s>{' '}
          →{' '}
        </>
      )}
      <span className="text-ink" dir="auto">
        {after}
      </span>
    </p>
  ));
}
