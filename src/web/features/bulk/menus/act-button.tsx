import { useEffect, useEffectEvent, type ReactNode } from 'react';

import type { BulkAction } from '../../../tasks/moves/bulk/bulk-action';
import { sumUp } from '../../../tasks/moves/bulk/sum-up';
import { useNow } from '../../../tasks/use-now';
import type { ActProps } from './act-props';
import { BulkButton } from './bulk-button';
import { BulkItem } from './bulk-item';
import { BulkMenu, type OpenProps } from './bulk-menu';

type Props = ActProps & OpenProps & { action: BulkAction; label: string; icon: ReactNode };

/** Does it at once when it can be done to all; else it first says for how many not and why. */
export function ActButton({ action, label, icon, open, onOpenChange, ...selected }: Props) {
  const { counted, unnamed, onAct } = selected;
  const sum = sumUp(counted, action, new Date(useNow(60_000)), unnamed);
  const whole = sum.left === null;
  const go = useEffectEvent(() => {
    onOpenChange(false);
    onAct(action);
  });
  // Asked for by its key.
  useEffect(() => {
    if (open && whole) go();
  }, [open, whole]);
  if (!whole)
    return (
      <BulkMenu open={open} onOpenChange={onOpenChange} label={label} icon={icon}>
        <BulkItem sum={sum} icon={icon} label={label} worded onChoose={() => onAct(action)} />
      </BulkMenu>
    );
  return <BulkButton label={label} icon={icon} onClick={(event) => event.detail < 2 && onAct(action)} />;
}
