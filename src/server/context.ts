import type { Logger } from 'pino';

import type { Rep } from '#contract/rep';

import type { SecretBox } from './connections/secret-box';
import type { Db } from './store/schema';

/** In the ledger, a rep who has not said who they are. */
export const unnamedRep = 'rep';

/** The name of who acted; null when that rep had not said it. */
export function nameOf(actor: string): string | null {
  return actor === unnamedRep ? null : actor;
}

/** What a verb is given: where the data is, what time it is, who acts. */
export type Context = {
  db: Db;
  clock: { now(): Date };
  newId(): string;
  workspaceId: number;
  /** Who acts, as the ledger keeps it: the rep's name, `unnamedRep`, or the board itself when a job does. */
  actor: string;
  /** The rep who asks, as far as they said who they are; null in a job. */
  rep: Rep | null;
  /**
   * Seconds that a command waits, so that it can be undone; longer when completing may send. `graceSeconds`: at least so long
   * it still waits after a time without any server, so that open pages can hand in what they kept.
   */
  hold: { seconds: number; outboundSeconds: number; graceSeconds: number };
  /** The address at which vendors out there reach this server, without a trailing slash; null when they cannot. */
  publicBase: string | null;
  secrets: SecretBox;
  log: Logger;
};
