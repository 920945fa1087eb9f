import { useQuery } from '@tanstack/react-query';
import { Unplug } from 'lucide-react';
import { useState } from 'react';

import type { Connection } from '#contract/connection';

import { connectionQueries } from '../../tasks/queries';
import { useSyncConnection } from '../../tasks/use-connections';
import { useNow } from '../../tasks/use-now';
import { Button } from '../../ui/button';
import { Notice } from './notices';
import { longTroubles } from './trouble-words';

type Props = { onOpen: (connection: Connection) => void };

/** A bar for each connection in trouble, since the rail that marks it may be folded or away; dismissed, it stays away until the trouble is another one. */
export function TroubleNotices({ onOpen }: Props) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const sync = useSyncConnection();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  return longTroubles(connections, useNow())
    .filter(({ key }) => !dismissed.includes(key))
    .map(({ connection, key, words, remedy }) => (
      <Notice
        key={key}
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
