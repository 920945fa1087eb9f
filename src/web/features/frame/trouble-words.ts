import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

/** What a passing trouble may take before it is told, in milliseconds. */
const patienceMs = 5000;

type Told = { connection: Connection; key: string; words: string };

/** The connections whose vendor fails for longer than a moment, in words; `key` changes with the trouble. `now` in milliseconds. */
export function longTroubles(connections: readonly Connection[], now: number): Told[] {
  return connections.flatMap((connection) => {
    const { trouble } = connection;
    if (trouble === null || now - Date.parse(trouble.since) < patienceMs) return [];
    const key = [connection.id, trouble.kind, trouble.since].join(' ');
    return [{ connection, key, words: troubleWords(connection, trouble.kind) }];
  });
}

function troubleWords(
  { vendor, label }: Connection,
  kind: NonNullable<Connection['trouble']>['kind'],
): string {
  const tool = vendorRules[vendor].label;
  switch (kind) {
    case 'auth':
      return `${tool} refuses the key of “${label}”. Changes wait.`;
    case 'limited':
      return `${tool} asks to go slower with “${label}”. Changes wait and then go on by themselves.`;
    case 'down':
      return `${tool} does not answer for “${label}”. Changes wait; Outboard keeps trying to reach it.`;
    case 'refused':
    case 'unreadable':
      return `Outboard cannot read what ${tool} answers for “${label}”. What you see of it may be old.`;
  }
}
