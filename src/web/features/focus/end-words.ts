import { idsOf, type Done } from './session/done';

/** What was done and what is left: "9 completed, 2 ignored, 1 snoozed; 3 left". */
export function endWords(done: Done, left: number): string {
  const counts = [
    [idsOf(done, 'complete').length, 'completed'],
    [idsOf(done, 'ignore').length, 'ignored'],
    [idsOf(done, 'snooze').length, 'snoozed'],
  ] as const;
  const did = counts.flatMap(([count, word]) => (count === 0 ? [] : `${count.toLocaleString()} ${word}`));
  const rest = left === 0 ? 'nothing left' : `${left.toLocaleString()} left`;
  return `${did.length === 0 ? 'Nothing done' : did.join(', ')}; ${rest}`;
}
