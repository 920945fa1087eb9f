import type { Connection } from '#contract/connection';
import type { Rep } from '#contract/rep';

/** The people of all teams, each once: by their email, or by the name where there is none. */
export function people(connections: readonly Pick<Connection, 'members'>[]): Rep[] {
  const members = connections.flatMap((connection) => connection.members);
  const once = new Map<string, Rep>();
  // Those with an email first: someone of the same name without one is taken for them.
  for (const { name, email } of members.toSorted(
    (a, b) => Number(b.email !== null) - Number(a.email !== null),
  )) {
    const named = [...once.values()].some((one) => isSame(one.name, name));
    const key = (email ?? name).toLowerCase();
    if (name.trim() !== '' && !once.has(key) && (email !== null || !named)) once.set(key, { name, email });
  }
  return [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Whether both are the same person: by email, else by name. */
export function isSamePerson(one: Rep, other: Rep): boolean {
  return one.email !== null && other.email !== null
    ? isSame(one.email, other.email)
    : isSame(one.name, other.name);
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
