import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

/** What a passing trouble may take before it is told, in milliseconds. */
const patienceMs = 5000;

type Told = {
  connection: Connection;
  key: string;
  words: string;
  /** What a rep can do about it: mend the settings, have it tried now, or nothing but wait. */
  remedy: 'settings' | 'try' | null;
};

/** The connections whose vendor fails for longer than a moment, in words; `key` changes with the trouble. `now` in milliseconds. */
export function longTroubles(connections: readonly Connection[], now: number): Told[] {
  return connections.flatMap((connection) => {
    const { trouble } = connection;
    if (trouble === null || now - Date.parse(trouble.since) < patienceMs) return [];
    const key = [connection.id, trouble.kind, trouble.since].join(' ');
    return [{ connection, key, words: troubleWords(connection, trouble), remedy: remedies[trouble.kind] }];
  });
}

const remedies = {
  auth: 'settings',
  limited: null,
  down: 'try',
  refused: 'try',
  unreadable: 'try',
} as const satisfies Record<NonNullable<Connection['trouble']>['kind'], Told['remedy']>;

function troubleWords(
  { vendor, label, circuit }: Connection,
  { kind, message }: NonNullable<Connection['trouble']>,
): string {
  const tool = vendorRules[vendor].label;
  // While it is called as ever, only its list is in trouble: changes go out.
  if (circuit === 'closed') return `“${label}” may be shown as it was earlier. ${message}`;
  switch (kind) {
    case 'auth':
      return `The key of “${label}” does not work with ${tool}. Changes wait until there is a valid one.`;
    case 'limited':
      return `${tool} asks to go slower with “${label}”. Changes wait and then go on by themselves.`;
    case 'down':
      return `${tool} does not answer for “${label}”. Changes wait; Outboard keeps trying to reach it.`;
    case 'refused':
    case 'unreadable':
      return `Outboard cannot read what ${tool} answers for “${label}”. Changes wait; Outboard keeps trying.`;
  }
}
