import type { ReactNode } from 'react';

import type { BulkAction } from '../../../tasks/moves/bulk/bulk-action';
import { sumUp } from '../../../tasks/moves/bulk/sum-up';
import { useNow } from '../../../tasks/use-now';
import { MenuItem } from '../../../ui/menu';
import type { ActProps } from './act-props';

type Props = ActProps & {
  action: BulkAction;
  icon?: ReactNode;
  label: string;
  note?: string | undefined;
  /** The key that chooses it. */
  digit?: number | undefined;
  /** Says in its name for how many it is: "Complete 9 of 12". */
  worded?: boolean;
  /** Says for how many it is instead of why not for the others. */
  brief?: boolean;
  /** The reason that stands above already. */
  known?: string | null;
};

/** One thing that can be done to the selected; it says for how many not and why, and is refused when it is for none. */
export function BulkItem({ action, icon, label, note, digit, worded = false, ...rest }: Props) {
  const { brief = false, known = null, ...act } = rest;
  const { total, able, left } = sumUp(act.counted, action, new Date(useNow(60_000)), act.unnamed);
  const share = `${able.toLocaleString()} of ${total.toLocaleString()}`;
  const shown = brief && able > 0 && able < total ? share : note;
  return (
    <MenuItem
      icon={icon}
      digit={digit}
      refusal={able === 0 ? (left ?? undefined) : undefined}
      hint={left === known || (brief && able > 0) ? undefined : (left ?? undefined)}
      {...(shown === undefined ? {} : { note: shown })}
      onSelect={() => act.onAct(action)}
    >
      {worded && able > 0 ? `${label} ${share}` : label}
    </MenuItem>
  );
}
