import type { Logger } from 'pino';

import type { SecretBox } from './connections/secret-box';
import type { Db } from './store/schema';

/** What a verb is given: where the data is, what time it is, who acts. */
export type Context = {
  db: Db;
  clock: { now(): Date };
  newId(): string;
  workspaceId: number;
  /** Who acts: a rep, or the board itself when a job does. */
  actor: string;
  /** Seconds that a command waits, so that it can be undone; longer when completing may send. */
  hold: { seconds: number; outboundSeconds: number };
  /** The address at which vendors out there reach this server, without a trailing slash; null when they cannot. */
  publicBase: string | null;
  secrets: SecretBox;
  log: Logger;
};
