import { useEffect, useEffectEvent, type ReactNode } from 'react';

import type { BulkAction } from '../../../tasks/moves/bulk/bulk-action';
import { sumUp } from '../../../tasks/moves/bulk/sum-up';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import type { ActProps } from './act-props';
import { BulkItem } from './bulk-item';
import { BulkMenu, type OpenProps } from './bulk-menu';

type Props = ActProps & OpenProps & { action: BulkAction; label: string; icon: ReactNode };

/** Does it at once when it can be done to all; else it first says for how many not and why. */
export function ActButton({ action, label, icon, open, onOpenChange, ...act }: Props) {
  const { onAct } = act;
  const { left } = sumUp(act.counted, action, new Date(useNow(60_000)), act.unnamed);
  const whole = left === null;
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
        <BulkItem {...act} action={action} icon={icon} label={label} worded />
      </BulkMenu>
    );
  return (
    <Button
      size="small"
      look="ghost"
      className="pointer-coarse:min-w-11"
      aria-label={label}
      data-tip={label}
      onClick={(event) => event.detail < 2 && onAct(action)}
    >
      {icon}
      <span className="@max-[58rem]/bulk:hidden">{label}</span>
    </Button>
  );
}
