/** Why an action does nothing to so many tasks. */
export type Left = { why: string; count: number };

/** "3 of 12 are at Saleshandy, where the assignee cannot be set."; null when nothing is left out. */
export function leftWords(left: readonly Left[], total: number): string | null {
  const counts = countsOf(left);
  if (counts.size === 0) return null;
  const sentences = [...counts].map(([why, count], at) => {
    const of = at === 0 && total > 1 ? `${count} of ${total}` : count;
    return `${of} ${count === 1 ? 'is' : 'are'} ${why}.`;
  });
  return sentences.join(' ');
}

/** "3 of 12 stayed as they were: at Saleshandy, where the assignee cannot be set."; null when nothing is left out. */
export function stayedWords(left: readonly Left[], total: number): string | null {
  const counts = countsOf(left);
  if (counts.size === 0) return null;
  const sum = left.reduce((all, { count }) => all + count, 0);
  const whole = `${sum.toLocaleString()} of ${total.toLocaleString()} stayed as ${sum === 1 ? 'it was' : 'they were'}`;
  const reasons = [...counts].map(([why, count]) =>
    counts.size === 1 ? why : `${count.toLocaleString()} ${why}`,
  );
  return `${whole}: ${reasons.join('; ')}.`;
}

function countsOf(left: readonly Left[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { why, count } of left) counts.set(why, (counts.get(why) ?? 0) + count);
  return counts;
}

/** The reasons that several actions share, each for as many tasks. */
export function sharedLeft(lefts: readonly (readonly Left[])[]): Left[] {
  const [first = [], ...others] = lefts;
  const isIn = (all: readonly Left[], { why, count }: Left) =>
    all.some((one) => one.why === why && one.count === count);
  return first.filter((one) => others.every((other) => isIn(other, one)));
}
