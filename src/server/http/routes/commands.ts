import { Hono } from 'hono';

import { commandScope, newCommand } from '#contract/command';

import { retryCommand } from '../../ledger/retry-command';
import { undoCommand } from '../../ledger/undo-command';
import { runCommand } from '../../tasks/run-command';
import type { AppParts } from '../app-parts';
import { readBody, readId, readQuery } from '../read-input';

export function commandRoutes({ ctx }: AppParts): Hono {
  return new Hono()
    .post('/', async (c) => c.json({ results: await runCommand(ctx, await readBody(c, newCommand)) }))
    .delete('/:id', async (c) =>
      c.json({ results: await undoCommand(ctx, readId(c), readQuery(c, commandScope).task) }),
    )
    .post('/:id/retry', async (c) =>
      c.json({ results: await retryCommand(ctx, readId(c), readQuery(c, commandScope).task) }),
    );
}
