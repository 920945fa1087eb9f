import type { Connection } from '#contract/connection';
import { membersWhoAre, type Rep } from '#contract/rep';

import { assignables, type Assignable } from './assignables';
import { keysOfPerson } from './recent-people';

type Team = Pick<Connection, 'id' | 'members' | 'me'>;

/** Everybody in these teams: the rep first, then who was chosen before, newest first, then the others by name. */
export function assignChoices(
  teams: readonly Team[],
  rep: Rep | null,
  recent: readonly string[],
): readonly Assignable[] {
  const mine: Record<string, string> = {};
  for (const team of teams) {
    const [id] = membersWhoAre(rep, team);
    if (id !== undefined) mine[team.id] = id;
  }
  const everybody = assignables(teams);
  const isMine = ({ ids }: Assignable) => Object.entries(ids).some(([team, id]) => mine[team] === id);
  const me = everybody.find(isMine);
  const others = everybody.filter((person) => !isMine(person));
  const rank = (person: Assignable) => {
    const at = keysOfPerson(person).map((key) => recent.indexOf(key));
    return Math.min(...at.map((place) => (place === -1 ? Infinity : place)));
  };
  const ranked = others.toSorted((a, b) => compare(rank(a), rank(b)));
  return me === undefined ? ranked : [{ name: me.name, ids: mine, me: true }, ...ranked];
}

/** The first of them, and whether there are more; one more is shown rather than a way to it alone. */
export function firstChoices(
  people: readonly Assignable[],
  most: number,
): { people: readonly Assignable[]; more: boolean } {
  return people.length <= most + 1 ? { people, more: false } : { people: people.slice(0, most), more: true };
}

/** How a person is called where it is chosen. */
export function choiceName({ name, me }: Assignable): string {
  return me ? `Me (${name})` : name;
}

/** Infinity less itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
