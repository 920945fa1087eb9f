import { useQuery } from '@tanstack/react-query';
import { Unplug } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Connection } from '#contract/connection';

import { connectionQueries } from '../../tasks/queries';
import { useSyncConnection } from '../../tasks/use-connections';
import { useNow } from '../../tasks/use-now';
import { Button } from '../../ui/button';
import { announce } from '../../ui/live-region';
import { Notice } from './notices';
import { longTroubles } from './trouble-words';

type Props = { onOpen: (connection: Connection) => void };

/** A bar for each connection in trouble, since the rail that marks it may be folded or away; dismissed, it stays away until the trouble is another one. */
export function TroubleNotices({ onOpen }: Props) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const sync = useSyncConnection();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const told = longTroubles(connections, useNow());
  useSpokenTroubles(told);
  return told
    .filter(({ key }) => !dismissed.includes(key))
    .map(({ connection, key, words, remedy }) => (
      <Notice
        key={key}
        spoken={null}
        icon={<Unplug size={16} aria-hidden className="shrink-0" />}
        action={
          remedy !== null && (
            <Button
              look="ghost"
              size="small"
              className="!text-today underline"
              onClick={() => (remedy === 'try' ? sync.mutate(connection.id) : onOpen(connection))}
            >
              {remedy === 'try' ? 'Try now' : 'Open connection settings'}
            </Button>
          )
        }
        onDismiss={() => setDismissed([...dismissed, key])}
      >
        {words}
      </Notice>
    ));
}

/** So long a trouble has to be away to be said again. */
const awayMs = 60_000;

/** Says each trouble once: how it goes on, and that it goes and comes again, is for the eye. */
function useSpokenTroubles(told: ReturnType<typeof longTroubles>): void {
  const names = told.map(({ connection, remedy }) => `${connection.id} ${remedy}`).join(', ');
  const present = useRef<readonly string[]>([]);
  const lastSeen = useRef(new Map<string, number>());
  const say = useEffectEvent((named: readonly string[], now: number) => {
    for (const name of present.current) lastSeen.current.set(name, now);
    present.current = named;
    const news = told.filter((_, at) => {
      const seen = lastSeen.current.get(named[at] ?? '');
      return seen === undefined || now - seen > awayMs;
    });
    if (news.length > 0) announce(news.map(({ words }) => words).join(' '));
  });
  useEffect(() => say(names.split(', '), Date.now()), [names]);
}
