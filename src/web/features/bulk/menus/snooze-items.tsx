import { AlarmClock, CalendarDays } from 'lucide-react';

import { snoozeKinds, snoozeNames } from '../../../tasks/moves/snooze-times';
import type { ActProps } from './act-props';
import { BulkItems } from './bulk-items';

/** The moments to which the selected can be put off, and the way to another one. */
export function SnoozeItems(props: ActProps) {
  const moments = snoozeKinds.map((snooze) => ({
    label: snoozeNames[snooze],
    action: { kind: 'move', target: { kind: 'snooze', snooze } } as const,
    icon: <AlarmClock size={16} />,
  }));
  const pick = { kind: 'move', target: { kind: 'snooze', snooze: 'pick' } } as const;
  const all = [...moments, { label: 'Pick a date…', action: pick, icon: <CalendarDays size={16} /> }];
  const choices = all.map((choice, index) => ({ ...choice, digit: index + 1 }));
  return <BulkItems {...props} label="Snooze until" choices={choices} />;
}
