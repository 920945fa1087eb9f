import * as z from 'zod/mini';

import type { Connection } from './connection';
import { givenName } from './text';

/** The cookie in which a browser keeps who its rep is: the JSON of a `Rep`. */
export const repCookie = 'rep';

/** Who a rep says they are: a name for the history and for “me”. It proves nothing and opens nothing. */
export const rep = z.strictObject({
  name: givenName('Type your name.', 80),
  email: z.nullable(z.email().check(z.maxLength(200))),
});
export type Rep = z.infer<typeof rep>;

/** The rep whom the text of a cookie names; null when it names none. */
export function readRep(text: string | undefined): Rep | null {
  if (text === undefined || text.length > 1000) return null;
  try {
    return rep.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The members of a team who the rep is: those with the rep's email, else those of the same name. Without a rep it is the
 * member whom the connection itself names.
 */
export function membersWhoAre(rep: Rep | null, team: Pick<Connection, 'members' | 'me'>): string[] {
  if (rep === null) return team.me === null ? [] : [team.me];
  const withEmail = team.members.filter(({ email }) => rep.email !== null && isSame(email, rep.email));
  const same = withEmail.length > 0 ? withEmail : team.members.filter(({ name }) => isSame(name, rep.name));
  return same.map(({ id }) => id);
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}
