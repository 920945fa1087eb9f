import { sql, type Kysely } from 'kysely';

import type { CommandState } from '#contract/command';

import type { Database } from '../schema';
import type { StepTaskColumns, TaskRow } from '../tasks/task-fields';
import type { CommandRow } from './commands';

/** A step is what a rep did in one go: the commands of one batch, or one command. */
type StepKey = { step: string };

export type StepTaskRow = StepKey &
  Pick<
    CommandRow,
    | 'kind'
    | 'state'
    | 'payload'
    | 'hold_until'
    | 'created_at'
    | 'settled_at'
    | 'failure'
    | 'actor'
    | 'undone_by'
    | 'late_undo'
    | 'seq'
  > &
  Pick<TaskRow, 'connection_id' | 'gone'> &
  StepTaskColumns;

/** The ids of the commands that belong to a step: those of the batch of this id, or the one command. */
export async function commandsOfStep(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('commands')
    .select('id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('id', '=', id), eb('batch', '=', id)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** As many rows as this many of the largest steps can have; a step further back is not looked for. */
const rowsToLookAt = 20_000;

/** The ids of the steps of an actor, newest first. */
export async function stepsOf(
  db: Kysely<Database>,
  workspaceId: number,
  actor: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<StepKey>`
    select step from (
      select coalesce(batch, id) as step, seq from commands
      where workspace_id = ${workspaceId} and actor = ${actor}
      order by seq desc limit ${rowsToLookAt}
    ) newest
    group by step order by max(seq) desc limit ${limit}`.execute(db);
  return rows.map((row) => row.step);
}

/** How many tasks of each step are in which state. */
export async function countStepStates(
  db: Kysely<Database>,
  workspaceId: number,
  steps: readonly string[],
): Promise<(StepKey & { state: CommandState; total: number; until: Date })[]> {
  const { rows } = await sql<StepKey & { state: CommandState; total: number; until: Date }>`
    select coalesce(batch, id) as step, state, count(*)::int as total, max(hold_until) as until
    from commands where ${ofSteps(workspaceId, steps)}
    group by 1, 2`.execute(db);
  return rows;
}

/** `each` tasks of each step, failed ones before others, in the order in which they were done. */
export async function tasksOfSteps(
  db: Kysely<Database>,
  workspaceId: number,
  steps: readonly string[],
  each: number,
): Promise<StepTaskRow[]> {
  const { rows } = await sql<StepTaskRow>`
    select c.*, t.id, t.connection_id, t.vendor, t.vendor_type, t.title, t.parents, t.outbound, t.status, t.board_only, t.gone,
      t.person_name, t.person_company, t.person_job_title, t.person_email, t.person_phone, t.person_linkedin
    from (
      select coalesce(batch, id) as step, workspace_id, task_id, seq, kind, state, payload, hold_until,
        created_at, settled_at, failure, actor, undone_by, late_undo,
        row_number() over (partition by coalesce(batch, id) order by (state = 'failed') desc, seq) as nth
      from commands where ${ofSteps(workspaceId, steps)}
    ) c
    join tasks t on t.workspace_id = c.workspace_id and t.id = c.task_id
    where c.nth <= ${each} order by c.seq`.execute(db);
  return rows;
}

function ofSteps(workspaceId: number, steps: readonly string[]) {
  const ids = [...steps];
  return sql`workspace_id = ${workspaceId} and (id = any(${ids}::uuid[]) or batch = any(${ids}::uuid[]))`;
}
