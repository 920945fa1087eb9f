import type { OverdueAge, Stats } from '#contract/stats';

/** What was done of what was planned: completed today, and that with what is open and due by now. */
export type Progress = { done: number; planned: number };

export const ageWords: Record<OverdueAge, string> = {
  '1': '1 day',
  '3': '2–3 days',
  '7': '4–7 days',
  '30': '8–30 days',
  older: 'Over 30 days',
};

export function progressOf(channels: readonly { done: number; open: number }[]): Progress {
  const done = channels.reduce((sum, one) => sum + one.done, 0);
  return { done, planned: channels.reduce((sum, one) => sum + one.open, done) };
}

/** "12 of 40 done", or that there is nothing. */
export function progressWords({ done, planned }: Progress): string {
  if (planned === 0) return 'nothing planned';
  return `${number(done)} of ${number(planned)} done`;
}

export function number(value: number): string {
  return value.toLocaleString();
}

export function overdueTotal({ overdue }: Stats): number {
  return overdue.reduce((sum, { count }) => sum + count, 0);
}
