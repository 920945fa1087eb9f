import { Hono } from 'hono';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { type LemlistEnv, type LemlistParts, readJson, readQuery } from '../request';
import { createTask, newTask } from './create-task';
import { readFilters } from './filters';
import { ignoredTasks, ignoreTasks } from './ignore-tasks';
import { listTasks } from './list-tasks';
import { checkCount, fetchMedia, readNewMedia } from './media';
import { taskAnswer } from './task';
import { changedTask, updateTask } from './update-task';

const listQuery = z.object({
  page: z.coerce.number().int().min(0).max(1_000_000).default(0),
  filters: z.string().optional(),
});

/** Task endpoints; sources/lemlist-list-tasks.txt, lemlist-create-task.txt, lemlist-update-task.txt. */
export function taskRoutes({ ownOrigin }: Pick<LemlistParts, 'ownOrigin'>): Hono<LemlistEnv> {
  const tasks = new Hono<LemlistEnv>();

  tasks.get('/', async (c) => {
    const { page, filters } = readQuery(c, listQuery);
    const rows = await listTasks(c.get('scope'), readFilters(filters), page);
    return c.json({ results: rows.map(taskAnswer), page: String(page) });
  });

  tasks.post('/', async (c) => {
    const { type, ...input } = await readJson(c, newTask);
    const media = readNewMedia(type, input);
    checkCount(media);
    const files = await fetchMedia(media, ownOrigin);
    const task = await createTask(
      c.get('scope'),
      { ...input, ...media, type: assumed.typeAfterCreate[type] },
      files,
    );
    return c.json(taskAnswer(task));
  });

  tasks.patch('/', async (c) => {
    const input = await readJson(c, changedTask);
    return c.json(taskAnswer(await updateTask(c.get('scope'), input, ownOrigin)));
  });

  tasks.post('/ignore', async (c) => {
    await ignoreTasks(c.get('scope'), (await readJson(c, ignoredTasks)).ids);
    return c.json({});
  });

  tasks.all('/', (c) => c.body(null, 405));
  return tasks;
}
