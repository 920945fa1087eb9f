import type { ReactNode } from 'react';

import { Button } from '../../../ui/button';
import { Menu } from '../../../ui/menu';

export type OpenProps = { open: boolean; onOpenChange: (open: boolean) => void };
type Props = OpenProps & { label: string; icon: ReactNode; children: ReactNode };

/** A button of the bar with what can be chosen under it; on a narrow screen its picture alone. */
export function BulkMenu({ open, onOpenChange, label, icon, children }: Props) {
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button
          size="small"
          look="ghost"
          className="pointer-coarse:min-w-11"
          aria-label={label}
          data-tip={label}
        >
          {icon}
          <span className="@max-[58rem]/bulk:hidden">{label}</span>
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
