import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react';

import { toast } from '../../../ui/toast';
import type { CardMenu } from './card-menu';

type Props = ComponentProps<typeof CardMenu>;

const Menu = lazy(async (): Promise<{ default: ComponentType<Props> }> => {
  try {
    return { default: (await import('./card-menu')).CardMenu };
  } catch {
    toast('The menu did not load. Load the page again to get it.');
    return { default: () => null };
  }
});

/** The card's menu, which no first card needs. */
export function LazyMenu(props: Props) {
  return (
    <Suspense>
      <Menu {...props} />
    </Suspense>
  );
}
