/** Where the highlight goes on a key, around the ends of the list; null when the key does not move it. */
export function movedHighlight(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active - 1 + count) % count;
  if (key === 'PageDown') return Math.min(active + 5, count - 1);
  if (key === 'PageUp') return Math.max(active - 5, 0);
  return null;
}
