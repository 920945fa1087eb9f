import type { TaskFilter } from '#contract/task-filter';

/** "Searching the 312 cards on this device; Outboard does not answer." And which filters are not followed meanwhile. */
export function deviceWords(
  searched: number,
  undecided: readonly (keyof TaskFilter)[],
  searching: boolean,
): string {
  const cards = searched === 1 ? 'the one card' : `the ${searched.toLocaleString('en')} cards`;
  const words = `${searching ? 'Searching' : 'Filtering'} ${cards} on this device; Outboard does not answer.`;
  if (undecided.length === 0) return words;
  const names = undecided.map((field) => (field === 'linkedin' ? 'LinkedIn' : field)).join(' and ');
  return `${words} The filter by ${names} cannot be followed here until it does.`;
}
