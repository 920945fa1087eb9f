import { addToDate } from '#contract/dates';
import { priorityRank } from '#contract/filter/task-order';
import type { Stats } from '#contract/stats';
import type { Task } from '#contract/task';

/** Monday to Friday, as `Date` counts the days of a week. */
export const workingDays = [1, 2, 3, 4, 5] as const;
export type WorkingDay = (typeof workingDays)[number];

/** What moves to a day, in the order in which it is to be done. */
export type SpreadDay = { date: string; tasks: Task[] };

const fewest = 5;
const lookBack = 14;

/**
 * The tasks over the days after `today` that are among the weekdays, so many a day: the most urgent first, of those the ones
 * that have waited longest. Without a weekday there is no day.
 */
export function spread(
  tasks: readonly Task[],
  { today, perDay, weekdays }: { today: string; perDay: number; weekdays: readonly WorkingDay[] },
): SpreadDay[] {
  if (weekdays.length === 0 || perDay < 1) return [];
  const waiting = mostUrgentFirst(tasks);
  const days: SpreadDay[] = [];
  for (let date = today, taken = 0; taken < waiting.length; taken += perDay) {
    date = nextDay(date, weekdays);
    days.push({ date, tasks: waiting.slice(taken, taken + perDay) });
  }
  return days;
}

/** As many a day as were done on a usual day of the last two weeks, today left out; days without any are not usual. */
export function usualPerDay(days: Stats['days']): number {
  const worked = days.slice(-1 - lookBack, -1).filter(({ done }) => done > 0);
  const total = worked.reduce((sum, { done }) => sum + done, 0);
  return Math.max(fewest, Math.round(total / Math.max(1, worked.length)));
}

function mostUrgentFirst(tasks: readonly Task[]): Task[] {
  return tasks.toSorted(
    (a, b) =>
      priorityRank(a.priority) - priorityRank(b.priority) ||
      dueMoment(a).localeCompare(dueMoment(b)) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** A date counts as noon, so that it stands among the instants of its day. */
function dueMoment({ due }: Task): string {
  if (due === null) return '9999';
  return due.kind === 'date' ? `${due.date}T12:00:00.000Z` : due.at;
}

function nextDay(date: string, weekdays: readonly WorkingDay[]): string {
  const next = addToDate(date, 1);
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay();
  return weekdays.some((one) => one === weekday) ? next : nextDay(next, weekdays);
}
