import { z } from 'zod';

import { assumed } from '../assumptions';
import { type Scope, text } from '../request';
import type { TaskRow } from '../tables';
import { priorities, taskTypes } from '../vocabulary';
import { todayOf } from './select-tasks';

/** Body of POST /tasks/create; sources/saleshandy-create-task.txt. */
export const newTasks = z.object({
  prospectIds: z.array(text).min(1).max(assumed.mostProspects),
  taskType: z.enum(taskTypes),
  priority: z.enum(priorities).optional(),
  dueDate: z.iso.date().optional(),
  taskNote: text.optional(),
});
type NewTasks = z.infer<typeof newTasks>;

type Outcome = { prospectId: string; taskId: string | null; success: boolean };

/** Makes one task for each prospect; `fails` tells, by its place, which one is refused without a reason, beside the unknown ones. */
export async function createTasks(
  scope: Scope,
  input: NewTasks,
  fails: (index: number) => boolean = () => false,
): Promise<Outcome[]> {
  const { db, teamId, now, newId } = scope;
  const prospects = await db
    .selectFrom('saleshandy_prospects')
    .select(['id', 'owner_id'])
    .where('team_id', '=', teamId)
    .where('id', 'in', input.prospectIds)
    .execute();
  const drawn = input.prospectIds.map((prospectId, index) => {
    const prospect = fails(index) ? undefined : prospects.find(({ id }) => id === prospectId);
    if (prospect === undefined) return { prospectId };
    const task: TaskRow = {
      team_id: teamId,
      id: newId(),
      type: input.taskType,
      note: input.taskNote ?? null,
      priority: input.priority ?? null,
      due_date: input.dueDate ?? todayOf(now()),
      state: 'open',
      snoozed_until: null,
      call_outcome: null,
      prospect_id: prospectId,
      sequence_id: null,
      assignee_id: prospect.owner_id,
      created_at: now(),
      completed_at: null,
      skipped_at: null,
    };
    return { prospectId, task };
  });
  const made = drawn.flatMap(({ task }) => task ?? []);
  if (made.length > 0) await db.insertInto('saleshandy_tasks').values(made).execute();
  return drawn.map(({ prospectId, task }) => ({
    prospectId,
    taskId: task?.id ?? null,
    success: task !== undefined,
  }));
}
