import type { ReactNode } from 'react';

import { Menu } from '../../../ui/menu';
import { BulkButton } from './bulk-button';

export type OpenProps = { open: boolean; onOpenChange: (open: boolean) => void };
type Props = OpenProps & { label: string; icon: ReactNode; children: ReactNode };

/** A button of the bar with what can be chosen under it. */
export function BulkMenu({ open, onOpenChange, label, icon, children }: Props) {
  return (
    <Menu open={open} onOpenChange={onOpenChange} trigger={<BulkButton label={label} icon={icon} />}>
      {children}
    </Menu>
  );
}
