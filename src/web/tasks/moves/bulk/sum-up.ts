import type { Due } from '#contract/dates';
import { vendorRules } from '#contract/vendors';

import type { BulkAction } from './bulk-action';
import { leftWords, type Left } from './left-words';
import { verdictOf, type Subject } from './verdict';

/** Tasks that are alike in what decides about them, and how many they are. */
export type Counted = { subject: Subject; count: number };

export type Sum = {
  /** How many are selected, and for how many it does something. */
  total: number;
  able: number;
  /** For how many not and why, in words; null when it is for all. */
  left: string | null;
  /** The same, reason by reason. */
  reasons: readonly Left[];
  /** Of a snooze: until when, where it is the same for all. */
  until: Due | null;
};

/** What an action would do to the selected; `unnamed`: they are not at hand one by one, so nothing can be asked about them. */
export function sumUp(counted: readonly Counted[], action: BulkAction, now: Date, unnamed: boolean): Sum {
  const left: Left[] = [];
  const untils = new Map<string, Due>();
  let total = 0;
  for (const { subject, count } of counted) {
    const verdict = verdictOf(subject, action, now);
    total += count;
    if (verdict.kind === 'left') left.push({ why: verdict.why, count });
    else if (verdict.kind === 'call' && unnamed) {
      const { label } = vendorRules[subject.vendor];
      left.push({ why: `calls of ${label}, which asks how each ended`, count });
    } else if (verdict.kind === 'command' && verdict.command.kind === 'snooze') {
      const { until } = verdict.command;
      if (until.kind !== 'day') untils.set(JSON.stringify(until), until);
    }
  }
  const [until = null, ...more] = untils.values();
  return {
    total,
    able: total - left.reduce((sum, { count }) => sum + count, 0),
    left: leftWords(left, total),
    reasons: left,
    until: more.length > 0 ? null : until,
  };
}
