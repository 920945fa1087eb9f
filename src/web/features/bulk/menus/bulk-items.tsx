import type { ReactNode } from 'react';

import { useClock } from '../../../tasks/clock/use-clock';
import { dayAndTimeWords } from '../../../tasks/face/due-words';
import type { BulkAction } from '../../../tasks/moves/bulk/bulk-action';
import { leftWords, sharedLeft } from '../../../tasks/moves/bulk/left-words';
import { sumUp } from '../../../tasks/moves/bulk/sum-up';
import { useNow } from '../../../tasks/use-now';
import { MenuGroup } from '../../../ui/menu';
import type { ActProps } from './act-props';
import { BulkItem } from './bulk-item';

type Choice = { label: string; action: BulkAction; icon?: ReactNode; digit?: number };
type Props = ActProps & {
  label: string;
  choices: readonly Choice[];
  /** Says at each for how many it is, and why not only where it is for none. */
  brief?: boolean;
};

/** What can be chosen, a snooze with its moment; a reason that goes for all of it stands above once. */
export function BulkItems({ label, choices, brief = false, counted, unnamed, onAct }: Props) {
  const clock = useClock();
  const now = new Date(useNow(60_000));
  const each = choices.map((choice) => ({ ...choice, sum: sumUp(counted, choice.action, now, unnamed) }));
  const shared = each.length > 1 ? sharedLeft(each.map(({ sum }) => sum.reasons)) : [];
  const above = leftWords(shared, each[0]?.sum.total ?? 0);
  return (
    <MenuGroup label={above === null ? label : `${label}. ${above}`}>
      {each.map(({ action, ...choice }) => (
        <BulkItem
          key={JSON.stringify(action)}
          {...choice}
          note={choice.sum.until === null ? undefined : dayAndTimeWords(choice.sum.until, clock)}
          brief={brief}
          known={above}
          onChoose={() => onAct(action)}
        />
      ))}
    </MenuGroup>
  );
}
