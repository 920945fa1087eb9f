import { Hono } from 'hono';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { type LemlistEnv, readJson, readQuery } from '../request';
import { createTask, newTask } from './create-task';
import { readFilters } from './filters';
import { ignoredTasks, ignoreTasks } from './ignore-tasks';
import { listTasks } from './list-tasks';
import { readNewMedia } from './media';
import { taskAnswer } from './task';
import { changedTask, updateTask } from './update-task';

const listQuery = z.object({
  page: z.coerce.number().int().min(0).max(1_000_000).default(0),
  filters: z.string().optional(),
});

/** Task endpoints; sources/lemlist-list-tasks.txt, lemlist-create-task.txt, lemlist-update-task.txt. */
export function taskRoutes(): Hono<LemlistEnv> {
  const tasks = new Hono<LemlistEnv>();

  tasks.get('/', async (c) => {
    const { page, filters } = readQuery(c, listQuery);
    const rows = await listTasks(c.get('scope'), readFilters(filters), page);
    return c.json({ results: rows.map(taskAnswer), page: String(page) });
  });

  tasks.post('/', async (c) => {
    const { type, ...input } = await readJson(c, newTask);
    const media = readNewMedia(type, input, new URL(c.req.url).origin);
    const task = await createTask(c.get('scope'), {
      ...input,
      ...media,
      type: assumed.typeAfterCreate[type],
    });
    return c.json(taskAnswer(task));
  });

  tasks.patch('/', async (c) => {
    const input = await readJson(c, changedTask);
    return c.json(taskAnswer(await updateTask(c.get('scope'), input, new URL(c.req.url).origin)));
  });

  tasks.post('/ignore', async (c) => {
    await ignoreTasks(c.get('scope'), (await readJson(c, ignoredTasks)).ids);
    return c.json({});
  });

  tasks.all('/', (c) => c.body(null, 405));
  return tasks;
}
