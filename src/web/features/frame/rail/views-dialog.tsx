import type { ComponentProps } from 'react';

import { Dialog } from '../../../ui/dialog';
import { ThemeMenu } from '../look/theme-menu';
import { WhoButton } from '../who/who-button';
import { Rail } from './rail';

type Props = Omit<ComponentProps<typeof Rail>, 'folded' | 'onFold'> & {
  onOpenChange: (open: boolean) => void;
};

/** What the top bar has no room for. */
function OfThisBrowser() {
  return (
    <>
      <WhoButton />
      <ThemeMenu />
    </>
  );
}

/** The rail where there is no room for one: on a phone. */
export function ViewsDialog({ onOpenChange, onFilter, ...rail }: Props) {
  return (
    <Dialog open onOpenChange={onOpenChange} title="Outboard" footer={<OfThisBrowser />}>
      <Rail
        {...rail}
        folded={false}
        onFilter={(next, how) => {
          // A deleted view leaves the address; the rep is still among the views.
          if (how?.replace !== true) onOpenChange(false);
          onFilter(next, how);
        }}
      />
    </Dialog>
  );
}
