import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { useState } from 'react';

import { Page } from './app/page';
import { ErrorBoundary } from './features/frame/error-boundary';
import { keepWaiting } from './tasks/ledger/waiting';
import { browserBoardStore, keptOptions, watchForStrangers } from './tasks/live/kept-board';
import { createQueryClient } from './tasks/query-client';
import { LiveRegion } from './ui/live-region';
import { Tooltips } from './ui/tooltip';

/** Everything that is there once, around the page. `version` names the build. */
export function App({ version }: { version: string }) {
  const [client] = useState(createQueryClient);
  const [kept] = useState(() => keptOptions(browserBoardStore(), version));
  return (
    <ErrorBoundary>
      <PersistQueryClientProvider
        client={client}
        persistOptions={kept}
        onSuccess={() => {
          watchForStrangers(client);
          keepWaiting(client);
        }}
      >
        <Page />
      </PersistQueryClientProvider>
      <Tooltips />
      <LiveRegion />
    </ErrorBoundary>
  );
}
