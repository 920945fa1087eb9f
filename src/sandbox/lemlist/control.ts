import { type Context, Hono } from 'hono';
import { z } from 'zod';

import { backstage } from '../account/backstage';
import { DEMO_KEY } from './demo/demo-key';
import { keptFiles } from './files/keep-files';
import { findTeam } from './gate/authenticate';
import { answerRefusal, LemlistRefusal } from './refusal';
import { type LemlistParts, readJson, readQuery, type Scope, text } from './request';
import { type KeptFile, type TaskRow, taskTypes } from './tables';
import { createTask, newTask } from './tasks/create-task';
import { ignoredTasks, ignoreTasks } from './tasks/ignore-tasks';
import { mediaUrls } from './tasks/media';
import { taskAnswer } from './tasks/task';
import { changedTask, updateTask } from './tasks/update-task';

const key = z.string().default(DEMO_KEY);
const taskBody = z.object({
  ...newTask.shape,
  key,
  type: z.enum(taskTypes),
  images: mediaUrls.default([]),
  videos: mediaUrls.default([]),
});

/**
 * The back stage of the sandbox, for tests and for practice: faults, the log of calls, and the tasks as the vendor sees them, to
 * look at and to change as somebody in lemlist's own app would. Each call names a team by its key (absent: the demo team); no
 * answer holds a key.
 */
export function lemlistControl({ db, clock, randomId, ownOrigin }: LemlistParts): Hono {
  const control = new Hono();
  control.onError(answerRefusal);
  const enter = async (ofKey: string): Promise<Scope> => {
    const team = await findTeam(db, ofKey);
    if (team === undefined) throw new LemlistRefusal(404, { error: 'No team has this key' });
    return { db, teamId: team.id, now: () => clock.now(), randomId };
  };
  const enterByQuery = (c: Context) => enter(readQuery(c, z.object({ key })).key);

  control.route(
    '/',
    backstage({
      db,
      vendor: 'lemlist',
      demoKey: DEMO_KEY,
      accountOf: async (ofKey) => (await enter(ofKey)).teamId,
    }),
  );

  control.get('/tasks', async (c) => c.json({ tasks: await allTasks(await enterByQuery(c)) }));
  control.post('/tasks', async (c) => {
    const { key: ofKey, ...input } = await readJson(c, taskBody);
    return c.json(taskAnswer(await createTask(await enter(ofKey), input)));
  });
  control.patch('/tasks', async (c) => {
    const { key: ofKey, ...input } = await readJson(c, changedTask.extend({ key }));
    return c.json(taskAnswer(await updateTask(await enter(ofKey), input, ownOrigin)));
  });
  control.post('/tasks/ignore', async (c) => {
    const { key: ofKey, ids } = await readJson(c, ignoredTasks.extend({ key: text.default(DEMO_KEY) }));
    await ignoreTasks(await enter(ofKey), ids);
    return c.json({});
  });
  return control;
}

async function allTasks({ db, teamId }: Scope) {
  const files = await keptFiles({ db, teamId });
  const rows = await db
    .selectFrom('lemlist_tasks')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => backstageTask(row, files.get(row.id) ?? []));
}

function backstageTask(row: TaskRow, files: readonly KeptFile[]) {
  return {
    ...taskAnswer(row),
    companyId: row.company_id ?? undefined,
    status: row.status,
    images: row.images,
    videos: row.videos,
    files,
    createdAt: row.created_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}
