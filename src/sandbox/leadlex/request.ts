import type { Context } from 'hono';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { z } from 'zod';

import type { SandboxDatabase } from '../database';
import { assumed } from './assumptions';
import type { Plan } from './gate/plans';
import type { LeadlexIds } from './ids';
import { LeadlexRefusal } from './refusal';

/** What a verb is given: the tables, the workspace that the key stands for, the time and new ids. */
export type Scope = {
  db: Kysely<SandboxDatabase>;
  workspaceId: string;
  now: () => Date;
  ids: LeadlexIds;
};

export type LeadlexParts = {
  db: Kysely<SandboxDatabase>;
  clock: { now(): Date };
  ids: LeadlexIds;
};

export type LeadlexEnv = {
  Variables: { scope: Scope; key: string; plan: Plan; permissions: string[]; unanswered: boolean };
};

/** The path below the API's base, `/tasks` for `/sandbox/leadlex/v1/tasks`. */
export function apiPath(c: Context): string {
  const base = '/leadlex/v1';
  return c.req.path.slice(c.req.path.indexOf(base) + base.length);
}

/** Text as PostgreSQL can keep it. */
export const text = z
  .string()
  .refine((value) => !value.includes('\0'), 'has a character that is not allowed');

/** `page` from 1; a larger `per_page` than documented is cut down to it (assumed). */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce
    .number()
    .int()
    .min(1)
    .default(assumed.perPage)
    .transform((size) => Math.min(size, assumed.mostPerPage)),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** One page of an ordered query, with the `meta` that tells of the whole. */
export async function readPage<DB, Table extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Table, Row>,
  { page, per_page }: PageQuery,
) {
  const count = query
    .clearSelect()
    .clearOrderBy()
    .select((eb) => eb.fn.countAll<string>().as('total'));
  const { total } = (await count.executeTakeFirstOrThrow()) as { total: string };
  const rows = await query
    .limit(per_page)
    .offset((page - 1) * per_page)
    .execute();
  return { rows, meta: { page, per_page, total: Number(total) } };
}

/** Reads a JSON body by a schema. Refuses with `validation_error`. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    throw new LeadlexRefusal('validation_error', assumed.text.notJson);
  }
  return read(body, schema);
}

/** Reads the query parameters by a schema. Refuses with `validation_error`. */
export function readQuery<Schema extends z.ZodType>(c: Context, schema: Schema): z.output<Schema> {
  return read(c.req.query(), schema);
}

function read<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  const message = issue?.message ?? '';
  throw new LeadlexRefusal('validation_error', field === '' ? message : `${field}: ${message}`);
}
