import { type Context, Hono } from 'hono';
import { z } from 'zod';

import { backstage } from '../account/backstage';
import { DEMO_KEY } from './demo/demo-key';
import { findWorkspace } from './gate/authenticate';
import { AMBIGUOUS_CONTACT } from './links/pretend-namesake';
import { answerRefusal, LeadlexRefusal } from './refusal';
import { type LeadlexParts, readJson, readQuery, type Scope } from './request';
import { createTask } from './tasks/create-task';
import { deleteTask } from './tasks/delete-task';
import { taskAnswer } from './tasks/task';
import { changedTask, newTask } from './tasks/task-input';
import { updateTask } from './tasks/update-task';

const key = z.string().default(DEMO_KEY);

/**
 * The back stage of the sandbox, for tests and for practice: faults, the log of calls, and the tasks as the vendor sees them, to
 * look at and to change as somebody in LeadLex's own app would. Each call names a workspace by its key (absent: the demo
 * workspace), in the query or, beside a body, in the body; no answer holds a key.
 */
export function leadlexControl({ db, clock, ids }: LeadlexParts): Hono {
  const control = new Hono();
  control.onError(answerRefusal);
  const enter = async (ofKey: string): Promise<Scope> => {
    const workspace = await findWorkspace(db, ofKey);
    if (workspace === undefined) throw new LeadlexRefusal('not_found', 'No workspace has this key');
    return { db, workspaceId: workspace.id, now: () => clock.now(), ids };
  };
  const enterByQuery = (c: Context) => enter(readQuery(c, z.object({ key })).key);

  control.route(
    '/',
    backstage({
      db,
      vendor: 'leadlex',
      demoKey: DEMO_KEY,
      ownFaults: [AMBIGUOUS_CONTACT],
      accountOf: async (ofKey) => (await enter(ofKey)).workspaceId,
    }),
  );

  control.get('/tasks', async (c) => c.json({ tasks: await allTasks(await enterByQuery(c)) }));
  control.post('/tasks', async (c) => {
    const { key: ofKey, ...input } = await readJson(c, newTask.extend({ key }));
    return c.json(taskAnswer(await createTask(await enter(ofKey), input)));
  });
  control.patch('/tasks/:id', async (c) => {
    const { key: ofKey, ...input } = await readJson(c, changedTask.extend({ key }));
    return c.json(taskAnswer(await updateTask(await enter(ofKey), c.req.param('id'), input)));
  });
  control.delete('/tasks/:id', async (c) => {
    await deleteTask(await enterByQuery(c), c.req.param('id'));
    return c.json({});
  });
  return control;
}

async function allTasks({ db, workspaceId }: Scope) {
  const rows = await db
    .selectFrom('leadlex_tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(taskAnswer);
}
