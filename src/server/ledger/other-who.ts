import { nameOf } from '../context';
import type { CommandRow } from '../store/commands/commands';

/** Who took a command back, where it was not the rep who gave it; null when it stands, or nobody else did. */
export function otherWho({
  state,
  actor,
  undone_by,
}: Pick<CommandRow, 'state' | 'actor' | 'undone_by'>): { who: string | null } | null {
  if (state !== 'cancelled' || undone_by === null || undone_by === actor) return null;
  return { who: nameOf(undone_by) };
}
