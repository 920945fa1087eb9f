import { useSyncExternalStore } from 'react';

import { isLineDown, subscribeToLine } from '../api/line';

/** Whether nobody answers at Outboard's address at the moment. */
export function useLineDown(): boolean {
  return useSyncExternalStore(subscribeToLine, isLineDown);
}
