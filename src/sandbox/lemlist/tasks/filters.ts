import { type Expression, sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import { text } from '../request';
import { campaignStates, taskTypes } from '../tables';

export const malformedFilters = () => new LemlistRefusal(400, { error: 'Malformed filters' });

const pattern = text.max(assumed.longestPattern).optional();
const oneOf = (value: z.ZodType<string>) => z.array(value).optional();
const named = <Id extends string, Shape extends z.ZodRawShape>(filterId: Id, shape: Shape) =>
  z
    .strictObject({ filterId: z.literal(filterId), ...shape })
    .refine((filter) => Object.keys(filter).length > 1);

const filter = z.discriminatedUnion('filterId', [
  named('fullName', { value: pattern, regex: pattern }),
  named('email', { value: pattern, regex: pattern }),
  named('phone', { value: pattern, regex: pattern }),
  named('linkedin', { value: pattern, regex: pattern }),
  named('campaignId', { in: oneOf(text), out: oneOf(text) }),
  named('campaignState', { in: oneOf(z.enum(campaignStates)), out: oneOf(z.enum(campaignStates)) }),
  named('type', { in: oneOf(z.enum(taskTypes)), out: oneOf(z.enum(taskTypes)) }),
  named('assignedTo', { in: oneOf(text), out: oneOf(text) }),
  named('dueDate', { from: z.iso.date().optional(), to: z.iso.date().optional() }),
]);
export type Filter = z.infer<typeof filter>;

/** Reads the `filters` parameter. Refuses with `Malformed filters`. */
export function readFilters(parameter: string | undefined): Filter[] {
  if (parameter === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(parameter);
  } catch {
    throw malformedFilters();
  }
  const filters = z.array(filter).max(50).safeParse(value);
  if (!filters.success) throw malformedFilters();
  return filters.data;
}

const columns = {
  fullName: 'contact.full_name',
  email: 'contact.email',
  phone: 'contact.phone',
  linkedin: 'contact.linkedin_url',
  campaignId: 'task.campaign_id',
  campaignState: 'campaign.status',
  type: 'task.type',
  assignedTo: 'task.user_id',
  dueDate: 'task.due_date',
} as const;

/** A filter as SQL over `task`, its `contact` and its `campaign`. */
export function filterCondition(current: Filter): Expression<SqlBool> {
  const column = sql.ref(columns[current.filterId]);
  switch (current.filterId) {
    case 'fullName':
    case 'email':
    case 'phone':
    case 'linkedin':
      return all(
        current.value === undefined ? undefined : sameValue(current.filterId, current.value),
        current.regex === undefined ? undefined : sql<SqlBool>`${column} ~* ${current.regex}`,
      );
    case 'dueDate':
      return all(
        current.from === undefined ? undefined : sql<SqlBool>`${column} >= ${startOfDay(current.from, 0)}`,
        current.to === undefined ? undefined : sql<SqlBool>`${column} < ${startOfDay(current.to, 1)}`,
      );
    case 'campaignId':
    case 'campaignState':
    case 'type':
    case 'assignedTo':
      return all(
        current.in && sql<SqlBool>`${column} = any(${current.in}::text[])`,
        current.out && sql<SqlBool>`coalesce(${column} <> all(${current.out}::text[]), true)`,
      );
  }
}

function sameValue(
  filterId: 'fullName' | 'email' | 'phone' | 'linkedin',
  value: string,
): Expression<SqlBool> {
  const column = sql.ref(columns[filterId]);
  if (filterId === 'phone')
    return sql`regexp_replace(${column}, '\\D', '', 'g') = ${value.replaceAll(/\D/g, '')}`;
  if (filterId === 'linkedin') return sql`${bareUrl(column)} = ${bareUrl(sql`${value}::text`)}`;
  return sql`lower(${column}) = lower(${value})`;
}

function bareUrl(url: Expression<unknown>): Expression<string> {
  return sql`regexp_replace(lower(${url}), '^(https?://)?(www\\.)?|/$', '', 'g')`;
}

function startOfDay(date: string, daysLater: number): Date {
  const start = new Date(`${date}T00:00:00.000Z`);
  start.setUTCDate(start.getUTCDate() + daysLater);
  return start;
}

function all(...conditions: (Expression<SqlBool> | undefined)[]): Expression<SqlBool> {
  return sql`(${sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  )})`;
}
