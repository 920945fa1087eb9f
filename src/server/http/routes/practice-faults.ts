import { Hono } from 'hono';

import { practiceFaultChange } from '#contract/practice-faults';

import {
  changePracticeFaults,
  clearPracticeFaults,
  readPracticeTeams,
  type AskSandbox,
} from '../../connections/practice-faults';
import type { Context } from '../../context';
import { readBody, readId } from '../read-input';

/** Only where there is a sandbox. */
export function practiceRoutes(ctx: Context, ask: AskSandbox): Hono {
  return new Hono()
    .get('/', async (c) => c.json({ items: await readPracticeTeams(ctx, ask) }))
    .patch('/:id', async (c) =>
      c.json(await changePracticeFaults(ctx, ask, readId(c), await readBody(c, practiceFaultChange))),
    )
    .delete('/', async (c) => c.json({ items: await clearPracticeFaults(ctx, ask) }));
}
