import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { SandboxDatabase } from '../database';
import { type Action, failedTo } from './refusal';

/** What a verb is given: the tables, the team that the key stands for, the time and new ids. */
export type Scope = {
  db: Kysely<SandboxDatabase>;
  teamId: string;
  now: () => Date;
  newId: () => string;
};

export type SaleshandyParts = {
  db: Kysely<SandboxDatabase>;
  clock: { now(): Date };
  newId: () => string;
};

export type SaleshandyEnv = {
  Variables: { scope: Scope; key: string; rateLimit: number; unanswered: boolean };
};

/** The path below the API's base, `/tasks` for `/sandbox/saleshandy/v1/tasks`. */
export function apiPath(c: Context): string {
  const base = '/saleshandy/v1';
  return c.req.path.slice(c.req.path.indexOf(base) + base.length);
}

/** Text as PostgreSQL can keep it. */
export const text = z.string().refine((value) => !value.includes('\0'), 'must not hold a zero character');

/** A date-time with a zone, in a year that PostgreSQL and people can take. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((date) => date.getUTCFullYear() >= 1970 && date.getUTCFullYear() <= 9999, 'is out of range');

export const pageNumber = z.coerce.number().int().min(1).max(1_000_000).default(1);

/** Reads a JSON body by a schema; no body at all is read as an empty object. Refuses with the action that fails. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  action: Action,
): Promise<z.output<Schema>> {
  const content = await c.req.text();
  if (content === '') return read({}, schema, action);
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw failedTo(action, 'the body must be JSON');
  }
  let body: unknown;
  try {
    body = JSON.parse(content);
  } catch {
    throw failedTo(action, 'the body must be JSON');
  }
  return read(body, schema, action);
}

/** Reads the query parameters by a schema. Refuses with the action that fails. */
export function readQuery<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  action: Action,
): z.output<Schema> {
  return read(c.req.query(), schema, action);
}

function read<Schema extends z.ZodType>(value: unknown, schema: Schema, action: Action): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw failedTo(action, [issue?.path.join('.'), issue?.message].filter(Boolean).join(' '));
}
