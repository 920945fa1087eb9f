import type { Row } from '../column/rows';

/** The ids from one card of a column to another, in either direction; the second alone when the first is elsewhere. */
export function rangeOf(rows: readonly Row[], from: string, to: string): string[] {
  const ids = rows.flatMap((row) => (row.kind === 'cards' ? row.tasks.map(({ id }) => id) : []));
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)];
  if (start === -1) return [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}
