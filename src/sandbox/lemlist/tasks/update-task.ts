import { z } from 'zod';

import { assumed } from '../assumptions';
import { replaceFiles } from '../files/keep-files';
import { LemlistRefusal } from '../refusal';
import { type Scope, text } from '../request';
import type { KeptFile, TaskRow } from '../tables';
import { checkUser, dueDate, priority } from './create-task';
import { checkCount, checkTakesMedia, fetchMedia, mediaUrls } from './media';

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
export async function updateTask(
  scope: Scope,
  input: ChangedTask,
  ownOrigin: string | null,
): Promise<TaskRow> {
  const kinds = (['images', 'videos'] as const).filter((kind) => input[kind] !== undefined);
  const files = await newFiles(scope, input, ownOrigin);
  return scope.db.transaction().execute(async (trx) => {
    const inside = { ...scope, db: trx };
    const task = await lockTask(inside, input.id);
    if (input.assignedTo !== undefined) await checkUser(inside, input.assignedTo);
    const changed = { ...task, ...changesOf(task, input) };
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
    if (kinds.length > 0) await replaceFiles(inside, id, kinds, files);
    return changed;
  });
}

/** Downloads what is sent, before the task is locked: a file may take its time. */
async function newFiles(
  scope: Scope,
  { id, images, videos }: ChangedTask,
  ownOrigin: string | null,
): Promise<KeptFile[]> {
  if (images === undefined && videos === undefined) return [];
  const task = await findTask(scope, id).executeTakeFirst();
  if (task === undefined) throw new LemlistRefusal(404, assumed.text.unknownTask);
  checkMediaOf(task, { images, videos });
  return fetchMedia({ images: images ?? [], videos: videos ?? [] }, ownOrigin);
}

/** Judges what the task will have: what is sent, and of the other kind what it has. */
function checkMediaOf(task: TaskRow, sent: Pick<ChangedTask, 'images' | 'videos'>): void {
  if (sent.images === undefined && sent.videos === undefined) return;
  checkTakesMedia(task.type);
  checkCount({ images: sent.images ?? task.images, videos: sent.videos ?? task.videos });
}

function changesOf(task: TaskRow, input: ChangedTask): Partial<TaskRow> {
  const { images = task.images, videos = task.videos } = input;
  checkMediaOf(task, input);
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

function findTask({ db, teamId }: Scope, id: string) {
  return db.selectFrom('lemlist_tasks').selectAll().where('team_id', '=', teamId).where('id', '=', id);
}

async function lockTask(scope: Scope, id: string): Promise<TaskRow> {
  const task = await findTask(scope, id).forUpdate().executeTakeFirst();
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
