import type { Connection, Member } from '#contract/connection';

/** One person, who is a member of the teams of these connections, under an id of each. */
export type Assignable = { name: string; ids: Readonly<Record<string, string>>; me?: true };

/** The people of these teams by name; who is in several of them, by email or else by name, stands there once. */
export function assignables(
  connections: readonly Pick<Connection, 'id' | 'members'>[],
): readonly Assignable[] {
  const people: { name: string; keys: Set<string>; ids: Record<string, string> }[] = [];
  for (const { id: connectionId, members } of connections) {
    for (const member of members) {
      const keys = keysOf(member);
      const same = people.find((one) => !(connectionId in one.ids) && keys.some((key) => one.keys.has(key)));
      if (same === undefined)
        people.push({ name: member.name, keys: new Set(keys), ids: { [connectionId]: member.id } });
      else {
        same.ids[connectionId] = member.id;
        for (const key of keys) same.keys.add(key);
      }
    }
  }
  return people.map(({ name, ids }) => ({ name, ids })).toSorted((a, b) => a.name.localeCompare(b.name));
}

function keysOf({ name, email }: Member): string[] {
  return [name, email].flatMap((word) => word?.trim().toLowerCase() || []);
}
