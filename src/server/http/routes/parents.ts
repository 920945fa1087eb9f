import { Hono } from 'hono';

import { parentSearch } from '#contract/parent';

import type { AppParts } from '../app-parts';
import { readQuery } from '../read-input';

export function parentRoutes({ searchParents }: AppParts): Hono {
  return new Hono().get('/', async (c) => {
    const { connection, q } = readQuery(c, parentSearch);
    return c.json({ items: await searchParents(connection, q) });
  });
}
