import { AlarmClock, CalendarDays } from 'lucide-react';

import { useClock } from '../../../tasks/clock/use-clock';
import { dayAndTimeWords } from '../../../tasks/face/due-words';
import { sumUp } from '../../../tasks/moves/bulk/sum-up';
import { snoozeKinds, snoozeNames } from '../../../tasks/moves/snooze-times';
import { useNow } from '../../../tasks/use-now';
import type { ActProps } from './act-props';
import { BulkItems, type Choice } from './bulk-items';

/** The moments to which the selected can be put off, and the way to another one. */
export function SnoozeItems(props: ActProps) {
  const clock = useClock();
  const now = new Date(useNow(60_000));
  const moments = snoozeKinds.map((snooze): Choice => {
    const action = { kind: 'move', target: { kind: 'snooze', snooze } } as const;
    const { until } = sumUp(props.counted, action, now, props.unnamed);
    const note = until === null ? undefined : dayAndTimeWords(until, clock);
    return { label: snoozeNames[snooze], action, note, icon: <AlarmClock size={16} /> };
  });
  const pick = { kind: 'move', target: { kind: 'snooze', snooze: 'pick' } } as const;
  const all = [...moments, { label: 'Pick a date…', action: pick, icon: <CalendarDays size={16} /> }];
  const choices = all.map((choice, index) => ({ ...choice, digit: index + 1 }));
  return <BulkItems {...props} label="Snooze until" choices={choices} />;
}
