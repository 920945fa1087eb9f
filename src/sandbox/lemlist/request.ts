import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { SandboxDatabase } from '../database';
import type { RandomId } from '../random-id';
import { badParams } from './refusal';

/** What a verb is given: the tables, the team that the key stands for, the time and new ids. */
export type Scope = {
  db: Kysely<SandboxDatabase>;
  teamId: string;
  now: () => Date;
  randomId: RandomId;
};

export type LemlistParts = {
  db: Kysely<SandboxDatabase>;
  clock: { now(): Date };
  randomId: RandomId;
  /** Where the sandbox itself is served: files may come from there too. */
  ownOrigin: string | null;
};

export type LemlistEnv = {
  Variables: { scope: Scope; key: string; rateLimit: number; unanswered: boolean };
};

/** The path below the API's base, `/tasks` for `/sandbox/lemlist/api/tasks`. */
export function apiPath(c: Context): string {
  const base = '/lemlist/api';
  return c.req.path.slice(c.req.path.indexOf(base) + base.length);
}

/** Text as PostgreSQL can keep it. */
export const text = z.string().refine((value) => !value.includes('\0'));

/** Ids or addresses with commas between, as query parameters carry them. */
export const idList = text
  .transform((value) => value.split(',').map((id) => id.trim()))
  .pipe(z.array(text).max(100));

/** A `limit` parameter: 100 unless told, at most as documented for the call. */
export const limitUpTo = (most: number) => z.coerce.number().int().min(1).max(most).default(100);

export const offset = z.coerce.number().int().min(0).max(1_000_000_000);

/** Reads a JSON body by a schema. Refuses with `Bad params`. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw badParams();
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    throw badParams();
  }
  return read(body, schema);
}

/** Reads the query parameters by a schema. Refuses with `Bad params`. */
export function readQuery<Schema extends z.ZodType>(c: Context, schema: Schema): z.output<Schema> {
  return read(c.req.query(), schema);
}

/** Reads any value by a schema. Refuses with `Bad params`. */
export function read<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw badParams();
  return result.data;
}
