import type { ReactNode } from 'react';

import type { BulkAction } from '../../../tasks/moves/bulk/bulk-action';
import { leftWords, sharedLeft } from '../../../tasks/moves/bulk/left-words';
import { sumUp } from '../../../tasks/moves/bulk/sum-up';
import { useNow } from '../../../tasks/use-now';
import { MenuGroup } from '../../../ui/menu';
import type { ActProps } from './act-props';
import { BulkItem } from './bulk-item';

export type Choice = {
  label: string;
  action: BulkAction;
  icon?: ReactNode;
  note?: string | undefined;
  digit?: number;
};
type Props = ActProps & {
  label: string;
  choices: readonly Choice[];
  /** Says at each for how many it is, and why not only where it is for none. */
  brief?: boolean;
};

/** What can be chosen; a reason that goes for all of it stands above once. */
export function BulkItems({ label, choices, brief = false, ...act }: Props) {
  const now = new Date(useNow(60_000));
  const sums = choices.map(({ action }) => sumUp(act.counted, action, now, act.unnamed));
  const shared = choices.length > 1 ? sharedLeft(sums.map(({ reasons }) => reasons)) : [];
  const above = leftWords(shared, sums[0]?.total ?? 0);
  return (
    <MenuGroup label={above === null ? label : `${label}. ${above}`}>
      {choices.map(({ icon, note, ...choice }) => (
        <BulkItem
          key={JSON.stringify(choice.action)}
          {...act}
          {...choice}
          icon={icon}
          note={note}
          brief={brief}
          known={above}
        />
      ))}
    </MenuGroup>
  );
}
