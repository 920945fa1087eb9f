import { Hono } from 'hono';

import { takeFault } from '../../faults';
import { needs } from '../gate/permissions';
import { pretendAmbiguous } from '../links/find-by-name';
import { AMBIGUOUS_CONTACT } from '../links/pretend-namesake';
import { type LeadlexEnv, readJson, readQuery } from '../request';
import { createTask } from './create-task';
import { listQuery, listTasks } from './list-tasks';
import { taskAnswer } from './task';
import { changedTask, newTask } from './task-input';
import { updateTask } from './update-task';

/** Task endpoints; sources/leadlex-create-task.txt, and the list of the vendor's own pages. PATCH is assumed. */
export function taskRoutes(): Hono<LeadlexEnv> {
  const tasks = new Hono<LeadlexEnv>();

  tasks.get('/', needs('activities:read'), async (c) =>
    c.json(await listTasks(c.get('scope'), readQuery(c, listQuery))),
  );

  tasks.post('/', needs('activities:write'), async (c) => {
    const scope = c.get('scope');
    const input = await readJson(c, newTask);
    if (input.contact_name && !input.contact_id) {
      const call = { method: 'POST', path: '/tasks' };
      const fault = await takeFault(scope.db, 'leadlex', scope.workspaceId, call, [AMBIGUOUS_CONTACT]);
      if (fault !== undefined) throw await pretendAmbiguous(scope, input.contact_name);
    }
    return c.json({ data: taskAnswer(await createTask(scope, input)) });
  });

  tasks.patch('/:id', needs('activities:write'), async (c) => {
    const input = await readJson(c, changedTask);
    return c.json({ data: taskAnswer(await updateTask(c.get('scope'), c.req.param('id'), input)) });
  });

  return tasks;
}
