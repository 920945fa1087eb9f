import { Hono } from 'hono';

import { newView, viewChange, viewCountsQuery } from '#contract/view';

import { addView, changeView, removeView } from '../../views/change-views';
import { countViews } from '../../views/count-views';
import { readViews } from '../../views/read-views';
import { acting } from '../acting';
import type { AppParts } from '../app-parts';
import { readBody, readId, readQuery } from '../read-input';

export function viewRoutes({ ctx }: AppParts): Hono {
  return new Hono()
    .get('/', async (c) => c.json({ items: await readViews(acting(ctx, c)) }))
    .get('/counts', async (c) =>
      c.json({ items: await countViews(acting(ctx, c), readQuery(c, viewCountsQuery).tz) }),
    )
    .post('/', async (c) => c.json(await addView(acting(ctx, c), await readBody(c, newView)), 201))
    .patch('/:id', async (c) =>
      c.json(await changeView(acting(ctx, c), readId(c), await readBody(c, viewChange))),
    )
    .delete('/:id', async (c) => {
      await removeView(acting(ctx, c), readId(c));
      return c.body(null, 204);
    });
}
