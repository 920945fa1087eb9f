import { Hono } from 'hono';

import { newTask } from '#contract/new-task';
import {
  changesQuery,
  facetQuery,
  kindsQuery,
  personQuery,
  taskFilter,
  taskQuery,
} from '#contract/task-filter';

import { createTask } from '../../tasks/create-task';
import { listFacets } from '../../tasks/read/list-facets';
import { listKinds } from '../../tasks/read/list-kinds';
import { countTasks, listChanges, listTasks } from '../../tasks/read/list-tasks';
import { readHistory } from '../../tasks/read/read-history';
import { readPersonTasks } from '../../tasks/read/read-person';
import { readTask } from '../../tasks/read/read-tasks';
import { acting } from '../acting';
import type { AppParts } from '../app-parts';
import { readBody, readId, readQuery } from '../read-input';

export function taskRoutes({ ctx, resolveNames }: AppParts): Hono {
  return new Hono()
    .get('/', async (c) => c.json(await listTasks(acting(ctx, c), readQuery(c, taskQuery))))
    .get('/counts', async (c) => c.json(await countTasks(acting(ctx, c), readQuery(c, taskFilter))))
    .get('/facets', async (c) => c.json(await listFacets(acting(ctx, c), readQuery(c, facetQuery))))
    .get('/kinds', async (c) => c.json(await listKinds(acting(ctx, c), readQuery(c, kindsQuery))))
    .get('/changes', async (c) => c.json(await listChanges(acting(ctx, c), readQuery(c, changesQuery))))
    .get('/:id', async (c) => c.json(await readTask(ctx, readId(c))))
    .get('/:id/person', async (c) =>
      c.json(await readPersonTasks(acting(ctx, c), readId(c), readQuery(c, personQuery).tz)),
    )
    .get('/:id/history', async (c) => c.json(await readHistory(ctx, readId(c))))
    .post('/', async (c) => {
      const input = await readBody(c, newTask);
      return c.json({ results: await createTask(acting(ctx, c), input, await resolveNames(input)) }, 201);
    });
}
