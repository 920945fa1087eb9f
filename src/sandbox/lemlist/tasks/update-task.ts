import { z } from 'zod';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import { type Scope, text } from '../request';
import type { TaskRow } from '../tables';
import { checkUser, dueDate, priority } from './create-task';
import { checkMedia, checkTakesMedia, mediaUrls } from './media';

/** Body of PATCH /tasks: the id is in it, not in the path; what is not sent stays as it is. */
export const changedTask = z.object({
  id: text,
  assignedTo: text.optional(),
  dueDate: dueDate.optional(),
  title: text.optional(),
  message: text.optional(),
  priority: priority.optional(),
  done: z.boolean().optional(),
  images: mediaUrls.optional(),
  videos: mediaUrls.optional(),
});
type ChangedTask = z.infer<typeof changedTask>;

/** Changes a task and, with `done: true`, completes it. Refuses an unknown task or assignee, and media that does not fit. */
export async function updateTask(scope: Scope, input: ChangedTask, ownOrigin: string): Promise<TaskRow> {
  return scope.db.transaction().execute(async (trx) => {
    const inside = { ...scope, db: trx };
    const task = await lockTask(inside, input.id);
    if (input.assignedTo !== undefined) await checkUser(inside, input.assignedTo);
    const changed = { ...task, ...changesOf(task, input, ownOrigin) };
    if (input.done === true && task.status === 'pending') {
      Object.assign(changed, { status: 'completed', completed_at: scope.now() });
      await noteDone(inside, changed);
    }
    const { team_id, id, ...values } = changed;
    await trx
      .updateTable('lemlist_tasks')
      .set(values)
      .where('team_id', '=', team_id)
      .where('id', '=', id)
      .execute();
    return changed;
  });
}

function changesOf(task: TaskRow, input: ChangedTask, ownOrigin: string): Partial<TaskRow> {
  const { images = task.images, videos = task.videos } = input;
  if (input.images !== undefined || input.videos !== undefined) {
    checkTakesMedia(task.type);
    checkMedia({ images, videos }, ownOrigin);
  }
  return {
    images,
    videos,
    title: input.title ?? task.title,
    content: input.message ?? task.content,
    priority: input.priority === undefined ? task.priority : input.priority,
    user_id: input.assignedTo ?? task.user_id,
    due_date: input.dueDate ?? task.due_date,
  };
}

async function lockTask({ db, teamId }: Scope, id: string): Promise<TaskRow> {
  const task = await db
    .selectFrom('lemlist_tasks')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (task === undefined) throw new LemlistRefusal(404, assumed.text.unknownTask);
  return task;
}

async function noteDone(scope: Scope, task: TaskRow): Promise<void> {
  await scope.db
    .insertInto('lemlist_activities')
    .values({
      team_id: scope.teamId,
      id: scope.randomId('act'),
      type: 'manualDone',
      lead_id: task.lead_id,
      campaign_id: task.campaign_id,
      contact_id: task.contact_id,
      user_id: task.user_id,
      created_at: scope.now(),
    })
    .execute();
}
