import { clsx } from 'clsx';
import { CircleAlert, RefreshCw } from 'lucide-react';

import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { useSyncConnection } from '../../tasks/use-connections';
import { useNow } from '../../tasks/use-now';
import { IconButton } from '../../ui/button';
import { toast } from '../../ui/toast';
import { budgetWords, freshness } from './freshness';
import type { Freshness } from './freshness';

type Props = { connection: Connection; onEdit: () => void };

const dots = {
  fresh: 'bg-done',
  busy: 'bg-accent',
  stale: 'bg-today',
  trouble: 'bg-overdue',
} satisfies Record<Freshness['tone'], string>;

/** One connection: its name opens its settings, beside it a button that asks the vendor for news. */
export function ConnectionRow({ connection, onEdit }: Props) {
  const sync = useSyncConnection();
  const state = freshness(connection, useNow());
  const { label } = vendorRules[connection.vendor];
  const name = connection.label;
  const budget = budgetWords(connection);
  const me = connection.members.find(({ id }) => id === connection.me);
  const busy = sync.isPending || connection.syncing;
  const syncNow = () => {
    if (busy) return;
    sync.mutate(connection.id, { onError: (error) => toast(`${name} was not synced. ${error.detail}`) });
  };
  return (
    <li className="flex flex-col rounded-control hover:bg-hover">
      <div className="flex items-center">
        <button
          type="button"
          onClick={onEdit}
          data-tip={`${name}: ${state.reason ?? state.words}`}
          className="flex min-h-8 min-w-0 grow items-center gap-2 rounded-control pl-2 text-left @max-[6rem]:justify-center @max-[6rem]:p-0 pointer-coarse:min-h-11"
        >
          <Dot tone={state.tone} />
          <span className="min-w-0 truncate @max-[6rem]:sr-only" dir="auto">
            {name}
          </span>
          <span className="sr-only">, settings</span>
          <span className="mr-1.5 ml-auto shrink-0 text-meta text-muted tabular @max-[6rem]:hidden">
            {state.words}
          </span>
        </button>
        <IconButton
          size="small"
          className="!w-7 @max-[6rem]:hidden pointer-coarse:!w-11"
          label={`Sync ${name} now`}
          tip="Sync now"
          aria-disabled={busy || undefined}
          icon={<RefreshCw size={14} className={clsx(busy && 'motion-safe:animate-spin')} />}
          onClick={syncNow}
        />
      </div>
      <p className="truncate pr-2 pb-1.5 pl-6 text-meta text-muted @max-[6rem]:hidden">
        {connection.sandbox ? `${label} · practice data` : label}
      </p>
      {budget !== null && (
        <p
          className={clsx(
            'pr-2 pb-1.5 pl-6 text-meta tabular @max-[6rem]:hidden',
            connection.callsLeftToday === 0 ? 'text-overdue' : 'text-muted',
          )}
        >
          {budget}
        </p>
      )}
      {me !== undefined && (
        <p className="flex items-center gap-1 pr-2 pb-1.5 pl-6 text-meta text-muted @max-[6rem]:hidden">
          <span className="min-w-0 truncate" data-tip={`You are ${me.name}`}>
            You are <bdi>{me.name}</bdi>
          </span>
          <button
            type="button"
            aria-label={`Change who you are in ${name}`}
            onClick={onEdit}
            className="min-h-6 shrink-0 rounded-control px-1 underline hover:text-ink pointer-coarse:min-h-11"
          >
            change
          </button>
        </p>
      )}
      {state.reason !== null && (
        <p className="flex gap-1.5 pr-2 pb-1.5 pl-6 text-meta break-words text-overdue @max-[6rem]:hidden">
          <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          {state.reason}
        </p>
      )}
    </li>
  );
}

function Dot({ tone }: { tone: Freshness['tone'] }) {
  return (
    <span aria-hidden className={clsx('size-2 shrink-0 rounded-full forced-color-adjust-none', dots[tone])} />
  );
}
