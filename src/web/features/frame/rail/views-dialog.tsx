import type { ComponentProps } from 'react';

import { Dialog } from '../../../ui/dialog';
import { Rail } from './rail';

type Props = Omit<ComponentProps<typeof Rail>, 'folded' | 'onFold'> & {
  onOpenChange: (open: boolean) => void;
};

/** The rail where there is no room for one: on a phone. */
export function ViewsDialog({ onOpenChange, onFilter, ...rail }: Props) {
  return (
    <Dialog open onOpenChange={onOpenChange} title="Outboard">
      <Rail
        {...rail}
        folded={false}
        onFilter={(next) => {
          onOpenChange(false);
          onFilter(next);
        }}
      />
    </Dialog>
  );
}
