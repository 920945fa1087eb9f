import type { ReactNode } from 'react';

import type { Sum } from '../../../tasks/moves/bulk/sum-up';
import { MenuItem } from '../../../ui/menu';

type Props = {
  /** What it would do to the selected. */
  sum: Sum;
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
  onChoose: () => void;
};

/** One thing that can be done to the selected; it says for how many not and why, and is refused when it is for none. */
export function BulkItem({ sum, icon, label, note, digit, worded = false, ...rest }: Props) {
  const { brief = false, known = null, onChoose } = rest;
  const { total, able, left } = sum;
  const share = `${able.toLocaleString()} of ${total.toLocaleString()}`;
  const shown = brief && able > 0 && able < total ? share : note;
  return (
    <MenuItem
      icon={icon}
      digit={digit}
      refusal={able === 0 ? (left ?? undefined) : undefined}
      hint={left === known || (brief && able > 0) ? undefined : (left ?? undefined)}
      {...(shown === undefined ? {} : { note: shown })}
      onSelect={onChoose}
    >
      {worded && able > 0 ? `${label} ${share}` : label}
    </MenuItem>
  );
}
