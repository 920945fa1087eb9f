import { type RawBuilder, sql } from 'kysely';

import type { Scope } from '../request';
import type { ListedStatus } from '../vocabulary';

export type AnsweredStatus = ListedStatus | 'snoozed';

/** Today as Saleshandy counts it: assumed to be the day in UTC. */
export function todayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** A task's status as SQL over `task`: what became of it, or else where its day stands against today. */
export function statusOf(now: Date): RawBuilder<AnsweredStatus> {
  const day = sql`coalesce(to_char(task.snoozed_until at time zone 'UTC', 'YYYY-MM-DD'), task.due_date)`;
  return sql`case
    when task.state <> 'open' then task.state
    when task.snoozed_until > ${now} then 'snoozed'
    when ${day} < ${todayOf(now)} then 'overdue'
    when ${day} = ${todayOf(now)} then 'dueToday'
    else 'upcoming'
  end`;
}

/** The tasks of a team with their prospect, sequence and assignee; the start of each query for tasks. */
export function selectTasks({ db, teamId, now }: Scope) {
  return db
    .selectFrom('saleshandy_tasks as task')
    .innerJoin('saleshandy_prospects as prospect', (join) =>
      join.onRef('prospect.team_id', '=', 'task.team_id').onRef('prospect.id', '=', 'task.prospect_id'),
    )
    .leftJoin('saleshandy_sequences as sequence', (join) =>
      join.onRef('sequence.team_id', '=', 'task.team_id').onRef('sequence.id', '=', 'task.sequence_id'),
    )
    .leftJoin('saleshandy_users as assignee', (join) =>
      join.onRef('assignee.team_id', '=', 'task.team_id').onRef('assignee.id', '=', 'task.assignee_id'),
    )
    .selectAll('task')
    .select([
      'prospect.first_name',
      'prospect.last_name',
      'prospect.email',
      'prospect.company',
      'prospect.phone',
      'prospect.job_title',
      'prospect.linkedin',
      'sequence.name as sequence_name',
      'assignee.name as assignee_name',
    ])
    .select(statusOf(now()).as('status'))
    .where('task.team_id', '=', teamId);
}
export type SelectedTask = Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number];

/** A task as it is listed; its fields are assumed. */
export function taskAnswer(task: SelectedTask) {
  return {
    taskId: task.id,
    taskType: task.type,
    taskNote: task.note,
    priority: task.priority,
    dueDate: task.due_date,
    status: task.status,
    snoozedUntil: task.snoozed_until?.toISOString() ?? null,
    callOutcome: task.call_outcome,
    completedAt: task.completed_at?.toISOString() ?? null,
    skippedAt: task.skipped_at?.toISOString() ?? null,
    createdAt: task.created_at.toISOString(),
    prospect: {
      id: task.prospect_id,
      firstName: task.first_name,
      lastName: task.last_name,
      email: task.email,
      company: task.company,
      phone: task.phone,
      jobTitle: task.job_title,
      linkedin: task.linkedin,
    },
    sequence: task.sequence_id === null ? null : { id: task.sequence_id, name: task.sequence_name },
    assignee: task.assignee_id === null ? null : { id: task.assignee_id, name: task.assignee_name },
  };
}
