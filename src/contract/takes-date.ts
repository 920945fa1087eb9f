import type { Due } from './dates';

/** Whether a task's next due is a day: its vendor knows days alone, or it has one and the vendor can keep it so. */
export function takesDate({ due, kinds }: { due: Due | null; kinds: readonly Due['kind'][] }): boolean {
  if (!kinds.includes('instant')) return true;
  return kinds.includes('date') && due?.kind === 'date';
}
