import { lazy, Suspense } from 'react';

import type { Drag } from './drag';

/** Without them the columns and the menu are still there. */
const DropTargets = lazy(async () => {
  try {
    return { default: (await import('./drop-targets')).DropTargets };
  } catch {
    return { default: () => null };
  }
});

/** The places beside the columns to drop cards on, which no first card needs. */
export function LazyTargets({ drag }: { drag: Drag }) {
  if (drag.kind === 'idle') return null;
  return (
    <Suspense>
      <DropTargets drag={drag} />
    </Suspense>
  );
}
