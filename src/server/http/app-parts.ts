import type { Hono } from 'hono';

import type { Member, NewConnection } from '#contract/connection';
import type { NewTask } from '#contract/new-task';
import type { Parent, ParentMatch } from '#contract/parent';

import type { Context } from '../context';
import type { Live } from './live';

/** What the routes need besides the verbs; everything that calls a vendor comes in here, since verbs never do. */
export type AppParts = {
  ctx: Context;
  live: Live;
  searchParents(connectionId: string, query: string): Promise<ParentMatch[]>;
  /** The parents of a new task, those given by name found at the vendor. Refuses a name that can mean none or several. */
  resolveNames(input: NewTask): Promise<readonly Parent[]>;
  /**
   * Refuses at the field `key` when the vendor does not know the key, or when it is not the key of this team; at `unchecked`
   * when the vendor could not be asked.
   */
  checkKey(
    connection: Pick<NewConnection, 'vendor' | 'key' | 'sandbox' | 'unchecked'> & {
      team?: readonly Member[];
    },
  ): Promise<void>;
  /** Throws when the server cannot work. */
  ready(): Promise<void>;
  sandbox: Hono | null;
  /** The folder of the built page; null where something else serves it. */
  page: string | null;
  publicUrl: string | null;
};
