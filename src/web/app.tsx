import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';

import { Page } from './app/page';
import { ErrorBoundary } from './features/frame/error-boundary';
import { createQueryClient } from './tasks/query-client';
import { LiveRegion } from './ui/live-region';
import { Tooltips } from './ui/tooltip';

/** Everything that is there once, around the page. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>
      <Tooltips />
      <LiveRegion />
    </ErrorBoundary>
  );
}
