import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';

import { addToDate, dateIn, endOfWeek, startOfDate } from '#contract/dates';
import type { TaskFilter } from '#contract/task-filter';

import type { Database } from '../schema';

type Builder = ExpressionBuilder<Database, 'tasks'>;
type Condition = Expression<SqlBool>;

/** When, where and who the asker is: living values such as `today` are worked out from it. */
export type Viewpoint = { now: Date; zone: string; me: readonly Me[] };
/** A member of a connection's team who the asker is. */
export type Me = { connectionId: string; memberId: string };

/** The conditions that a filter puts on `tasks`, joined by *and*; an empty list matches everything. */
export function filterConditions(eb: Builder, filter: TaskFilter, view: Viewpoint): Condition[] {
  const conditions: (Condition | null)[] = [
    filter.q === undefined || filter.q === ''
      ? null
      : sql<SqlBool>`search ilike ${`%${escapeLike(filter.q)}%`}`,
    filter.connection === undefined ? null : eb('connection_id', 'in', filter.connection),
    filter.vendor === undefined ? null : eb('vendor', 'in', filter.vendor),
    filter.channel === undefined ? null : eb('channel', 'in', filter.channel),
    filter.priority === undefined ? null : eb('priority', 'in', filter.priority),
    inOrOut(filter.type, (values) => eb('vendor_type', 'in', values)),
    inOrOut(filter.campaignState, (values) => eb(sql`coalesce(campaign_state, '')`, 'in', values)),
    inOrOut(filter.assignee, (values) => assignedTo(eb, values, view.me)),
    inOrOut(filter.campaign, (values) => ofCampaign(eb, values)),
    filter.due === undefined ? null : dueWithin(eb, filter.due, view),
    matches(sql`coalesce(person_name, '')`, filter.name),
    matches(sql`coalesce(person_email, '')`, filter.email),
    matches(sql`coalesce(person_phone, '')`, filter.phone),
    matches(sql`coalesce(person_linkedin, '')`, filter.linkedin),
    filter.state === undefined ? null : inState(eb, filter.state, view.now),
  ];
  return conditions.filter((condition) => condition !== null);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function inOrOut(
  values: readonly string[] | undefined,
  condition: (values: string[]) => Condition,
): Condition | null {
  if (values === undefined) return null;
  const inside = values.filter((value) => !value.startsWith('-'));
  const outside = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1));
  const parts = [
    ...(inside.length > 0 ? [condition(inside)] : []),
    ...(outside.length > 0 ? [sql<SqlBool>`not coalesce(${condition(outside)}, false)`] : []),
  ];
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function assignedTo(eb: Builder, values: string[], me: readonly Me[]): Condition {
  const isMe = eb.or(
    me.map(({ connectionId, memberId }) =>
      eb.and([eb('connection_id', '=', connectionId), eb('assignee_id', '=', memberId)]),
    ),
  );
  return eb.or(
    values.map((value) => {
      if (value === 'me') return isMe;
      return value === 'none' ? eb('assignee_id', 'is', null) : eb('assignee_id', '=', value);
    }),
  );
}

function ofCampaign(eb: Builder, values: string[]): Condition {
  return eb.or(
    values.map((value) => {
      if (value === 'any') return eb('campaign_id', 'is not', null);
      return value === 'none' ? eb('campaign_id', 'is', null) : eb('campaign_id', '=', value);
    }),
  );
}

function matches(column: Expression<unknown>, value: string | undefined): Condition | null {
  if (value === undefined) return null;
  const regex = /^\/(.+)\/$/.exec(value)?.[1];
  return regex === undefined
    ? sql<SqlBool>`lower(${column}) = lower(${value})`
    : sql<SqlBool>`${column} ~* ${regex}`;
}

function dueWithin(eb: Builder, due: string, view: Viewpoint): Condition {
  const today = dateIn(view.zone, view.now);
  switch (due) {
    case 'none':
      return sql<SqlBool>`(due_date is null and due_at is null)`;
    case 'overdue':
      return sql<SqlBool>`(due_at < ${view.now} or due_date < ${today}::date)`;
    case 'snoozed':
      return putOff(eb, view);
    case 'today':
      return between(view.zone, today, today);
    case 'tomorrow':
      return between(view.zone, addToDate(today, 1), addToDate(today, 1));
    case 'week':
      return between(view.zone, today, addToDate(endOfWeek(today), -1));
  }
  const [from = '', to = ''] = due.split('..').map((end) => (end === 'today' ? today : end));
  return between(view.zone, from, to);
}

/** Due on a day from `from` to `to`, both included, as the days run in the zone; an empty end is open. */
function between(zone: string, from: string, to: string): Condition {
  const parts: Condition[] = [sql<SqlBool>`(due_date is not null or due_at is not null)`];
  if (from !== '')
    parts.push(sql<SqlBool>`(due_at >= ${startOfDate(zone, from)} or due_date >= ${from}::date)`);
  if (to !== '')
    parts.push(sql<SqlBool>`(due_at < ${startOfDate(zone, addToDate(to, 1))} or due_date <= ${to}::date)`);
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** Its due is the one that a rep put it off to, and that is still to come. */
function putOff(eb: Builder, { now, zone }: Viewpoint): Condition {
  const snooze = eb
    .selectFrom('commands')
    .select('commands.id')
    .whereRef('commands.workspace_id', '=', 'tasks.workspace_id')
    .whereRef('commands.task_id', '=', 'tasks.id')
    .where('commands.kind', '=', 'snooze')
    .where('commands.state', 'not in', ['failed', 'cancelled'])
    .where(
      sql<SqlBool>`((commands.after -> 'due' ->> 'at')::timestamptz = tasks.due_at
        or (commands.after -> 'due' ->> 'date')::date = tasks.due_date)`,
    );
  // The ledger is asked only about what is still to come.
  return sql<SqlBool>`case when due_at > ${now} or due_date > ${dateIn(zone, now)}::date
    then ${eb.exists(snooze)} else false end`;
}

function inState(eb: Builder, states: NonNullable<TaskFilter['state']>, now: Date): Condition {
  const command = eb
    .selectFrom('commands')
    .select('commands.id')
    .whereRef('commands.workspace_id', '=', 'tasks.workspace_id')
    .whereRef('commands.task_id', '=', 'tasks.id');
  return eb.or(
    states.map((state) => {
      switch (state) {
        case 'held':
          return eb.exists(
            command.where('commands.state', '=', 'held').where('commands.hold_until', '>', now),
          );
        case 'waiting':
          return eb.exists(
            command.where(
              sql<SqlBool>`(commands.state = 'sending' or (commands.state = 'held' and commands.hold_until <= ${now}))`,
            ),
          );
        case 'failed':
          return eb.exists(command.where('commands.state', '=', 'failed'));
        case 'checking':
          return eb.exists(command.where('commands.state', '=', 'uncertain'));
        case 'elsewhere':
          return eb('closed_elsewhere', '=', true);
        case 'board-only':
          return eb('board_only', '=', true);
      }
    }),
  );
}
