import { QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactNode } from 'react';
import { render } from 'vitest-browser-react';

import { createQueryClient } from '../web/tasks/query-client';

/** For component tests: draws it as the app does, with no data of the server's yet. */
export function mount(part: ReactNode): ReturnType<typeof render> {
  return render(createElement(QueryClientProvider, { client: createQueryClient() }, part));
}
