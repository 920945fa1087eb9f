import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';

import { toast } from './toast';

/**
 * A part that is fetched when it is first shown; `waiting` stands there until then. One that does not come, since the line is
 * down or Outboard was renewed meanwhile, says so and leaves the rest of the page alone.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): (props: Props) => ReactNode {
  const Part = lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() };
    } catch {
      toast('This part of the page did not load. Load the page again to get it.');
      return { default: () => null };
    }
  });
  return function Fetched(props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  };
}
