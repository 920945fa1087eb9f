import { useState } from 'react';

import { dateIn } from '#contract/dates';
import type { Task } from '#contract/task';

import { useZone } from '../../tasks/clock/use-clock';
import { useNow } from '../../tasks/use-now';
import { spread, workingDays, type SpreadDay, type WorkingDay } from './spread';

export const mostPerDay = 1000;

export type Plan = {
  /** What stands in the field, and whether it is a number that can be followed. */
  typed: string;
  isNumber: boolean;
  onType: (text: string) => void;
  weekdays: readonly WorkingDay[];
  onToggle: (day: WorkingDay, on: boolean) => void;
  /** None where number or weekdays are not good. */
  days: SpreadDay[];
};

/** How many a day and on which days, as the rep has it; `usual` stands there first. */
export function usePlan(tasks: readonly Task[], usual: number): Plan {
  const [chosen, setChosen] = useState<string | null>(null);
  const [weekdays, setWeekdays] = useState<readonly WorkingDay[]>(workingDays);
  const typed = chosen ?? String(usual);
  const perDay = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const isNumber = perDay >= 1 && perDay <= mostPerDay;
  const today = dateIn(useZone(), new Date(useNow()));
  return {
    typed,
    isNumber,
    onType: setChosen,
    weekdays,
    onToggle: (day, on) =>
      setWeekdays(workingDays.filter((one) => (one === day ? on : weekdays.includes(one)))),
    days: isNumber ? spread(tasks, { today, perDay, weekdays }) : [],
  };
}
