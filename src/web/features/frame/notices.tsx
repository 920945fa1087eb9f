import { useQuery } from '@tanstack/react-query';
import { TriangleAlert, UserRound, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';

import { membersWhoAre } from '#contract/rep';
import type { TaskFilter } from '#contract/task-filter';

import { connectionQueries } from '../../tasks/queries';
import { useFilter } from '../../tasks/use-filter';
import { useRep } from '../../tasks/use-rep';
import { Button, IconButton } from '../../ui/button';
import { lazyPart } from '../../ui/lazy-part';
import { announce } from '../../ui/live-region';

const WhoDialog = lazyPart(async () => (await import('./who/who-dialog')).WhoDialog);

type Props = { dropped: ReturnType<typeof useFilter>[2] };

/** What the address asks for and does not exist, in one line each; and that nobody is “me” where it asks for that. */
export function Notices({ dropped }: Props) {
  const [filter, setFilter] = useFilter();
  return (
    <>
      <NobodyIsMe filter={filter} />
      <UnknownPeople filter={filter} onFilter={setFilter} />
      {dropped.map(({ param, message, kept }) => (
        <Notice
          key={param}
          spoken={`A filter in the address is left out. ${message}`}
          icon={<TriangleAlert size={16} aria-hidden />}
          // Setting the filter that is followed takes what is not followed out of the address.
          onDismiss={() => setFilter(filter, { replace: true })}
        >
          {kept ? 'Part of the' : 'The'} filter “{param}” in the address is left out. {message}
        </Notice>
      ))}
    </>
  );
}

type PeopleProps = { filter: TaskFilter; onFilter: ReturnType<typeof useFilter>[1] };

/** A link can name who has left, or is at a tool that is not connected; the filter is followed and finds none of theirs. */
function UnknownPeople({ filter, onFilter }: PeopleProps) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const known = new Set(connections.flatMap(({ members }) => members.map(({ id }) => id)));
  const { assignee = [], ...rest } = filter;
  const isUnknown = (value: string) => !['me', 'none', ...known].includes(value.replace(/^-/, ''));
  const unknown = known.size === 0 ? [] : assignee.filter(isUnknown);
  if (unknown.length === 0) return null;
  const kept = assignee.filter((value) => !isUnknown(value));
  const names = unknown.map((value) => `“${value.replace(/^-/, '')}”`).join(' and ');
  const words = `The filter “assignee” names ${names}, who is nobody in the connected teams.`;
  return (
    <Notice
      key={names}
      spoken={words}
      icon={<TriangleAlert size={16} aria-hidden />}
      onDismiss={() => onFilter(kept.length > 0 ? { ...rest, assignee: kept } : rest, { replace: true })}
    >
      {words}
    </Notice>
  );
}

function NobodyIsMe({ filter }: { filter: TaskFilter }) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const [rep] = useRep();
  const [asking, setAsking] = useState(false);
  const asksForMe = filter.assignee?.some((value) => value === 'me' || value === '-me') ?? false;
  const known = connections.length === 0 || connections.some((team) => membersWhoAre(rep, team).length > 0);
  return (
    <>
      {asksForMe && !known && (
        <Notice
          spoken="Outboard does not know who “me” is."
          icon={<UserRound size={16} aria-hidden />}
          action={
            <Button
              look="ghost"
              size="small"
              className="!text-today underline"
              onClick={() => setAsking(true)}
            >
              {rep === null ? 'Say who you are' : 'Choose another name'}
            </Button>
          }
        >
          {rep === null
            ? 'Outboard does not know who “me” is.'
            : `Nobody called ${rep.name} is in the connected teams, so nothing is assigned to “me”.`}
        </Notice>
      )}
      {asking && <WhoDialog onClose={() => setAsking(false)} />}
    </>
  );
}

type NoticeProps = {
  icon: ReactNode;
  /** What is said when it appears; what changes in it later is not said again. Null where that is said elsewhere. */
  spoken: string | null;
  action?: ReactNode;
  onDismiss?: () => void;
  children: ReactNode;
};

export function Notice({ icon, spoken, action, onDismiss, children }: NoticeProps) {
  const say = useEffectEvent(() => {
    if (spoken !== null) announce(spoken);
  });
  useEffect(() => {
    say();
  }, []);
  return (
    <div
      role="status"
      aria-live="off"
      className="flex shrink-0 items-center gap-2 border-b bg-today-soft px-4 py-1.5 text-today [&>svg]:shrink-0"
    >
      {icon}
      <div className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span className="min-w-0 break-words">{children}</span>
        {action}
      </div>
      {onDismiss !== undefined && (
        <IconButton
          size="small"
          label="Dismiss"
          className="ml-auto !text-today"
          icon={<X size={16} />}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
