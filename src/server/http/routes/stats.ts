import { Hono } from 'hono';

import { taskFilter } from '#contract/task-filter';

import { readStats } from '../../tasks/read/read-stats';
import { acting } from '../acting';
import type { AppParts } from '../app-parts';
import { readQuery } from '../read-input';

export function statsRoutes({ ctx }: AppParts): Hono {
  return new Hono().get('/', async (c) => c.json(await readStats(acting(ctx, c), readQuery(c, taskFilter))));
}
