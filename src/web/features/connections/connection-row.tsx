import { clsx } from 'clsx';
import { CircleAlert, RefreshCw } from 'lucide-react';

import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { connectionName } from '../../tasks/face/connection-name';
import { useSyncConnection } from '../../tasks/use-connections';
import { useLineDown } from '../../tasks/use-line-down';
import { useNow } from '../../tasks/use-now';
import { useRep } from '../../tasks/use-rep';
import { IconButton } from '../../ui/button';
import { toast } from '../../ui/toast';
import { budgetWords, canTryNow, freshness } from './freshness';
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
  const state = freshness(connection, useNow(), useLineDown());
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
        </button>
        <IconButton
          size="small"
          className="!w-7 @max-[6rem]:hidden pointer-coarse:!w-11"
          label={`Sync ${name} now`}
          tip={canTryNow(connection) ? 'Try now' : 'Sync now'}
          aria-disabled={busy || undefined}
          icon={<RefreshCw size={14} className={clsx(busy && 'motion-safe:animate-spin')} />}
          onClick={syncNow}
        />
      </div>
      <p className="flex gap-2 pr-2 pb-1.5 pl-6 text-meta text-muted @max-[6rem]:hidden">
        <span className="min-w-0 truncate">{originWords(connection)}</span>
        <span className="ml-auto shrink-0 tabular">{state.words}</span>
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
      {me !== undefined && <MyTasks name={me.name} of={name} onEdit={onEdit} />}
      {state.short !== null && (
        <p className="flex gap-1.5 pr-2 pb-1.5 pl-6 text-meta break-words text-overdue tabular @max-[6rem]:hidden">
          <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          <span className="min-w-0">{state.short}</span>
        </p>
      )}
    </li>
  );
}

/** The tool, where the name does not tell it, and that it is played. */
function originWords(connection: Connection): string {
  const tool = connectionName(connection) === connection.label ? '' : vendorRules[connection.vendor].label;
  return [tool, connection.sandbox ? 'practice data' : ''].filter(Boolean).join(' · ');
}

/** Whose tasks “assigned to me” means here. Who said who they are changes that where they said it, for all teams at once. */
function MyTasks({ name, of, onEdit }: { name: string; of: string; onEdit: () => void }) {
  const [rep] = useRep();
  const words = (
    <>
      My tasks: <bdi>{name}</bdi>
    </>
  );
  const tip = `“Assigned to me” shows the tasks of ${name}`;
  const look = 'mr-2 mb-1.5 ml-6 min-w-0 truncate text-left text-meta text-muted @max-[6rem]:hidden';
  if (rep !== null)
    return (
      <p className={look} data-tip={tip}>
        {words}
      </p>
    );
  return (
    <button
      type="button"
      aria-label={`My tasks: ${name}. Change whose tasks are mine in ${of}`}
      data-tip={`${tip}. Press to change it.`}
      onClick={onEdit}
      className={clsx(
        look,
        'rounded-control underline-offset-2 hover:text-ink hover:underline pointer-coarse:min-h-11',
      )}
    >
      {words}
    </button>
  );
}

function Dot({ tone }: { tone: Freshness['tone'] }) {
  return (
    <span aria-hidden className={clsx('size-2 shrink-0 rounded-full forced-color-adjust-none', dots[tone])} />
  );
}
