import { Hono } from 'hono';

import { commandDecision, commandScope, newCommand } from '#contract/command';
import { matchingCommand } from '#contract/matching';

import { decideCommand } from '../../ledger/decide-command';
import { retryCommand } from '../../ledger/retry-command';
import { undoCommand } from '../../ledger/undo-command';
import { runMatching } from '../../tasks/matching/run-matching';
import { readRecent } from '../../tasks/read/read-recent';
import { runCommand } from '../../tasks/run-command';
import { acting } from '../acting';
import type { AppParts } from '../app-parts';
import { readBody, readId, readQuery } from '../read-input';

export function commandRoutes({ ctx }: AppParts): Hono {
  return new Hono()
    .get('/', async (c) => c.json(await readRecent(acting(ctx, c))))
    .post('/', async (c) =>
      c.json({ results: await runCommand(acting(ctx, c), await readBody(c, newCommand)) }),
    )
    .post('/matching', async (c) =>
      c.json(await runMatching(acting(ctx, c), await readBody(c, matchingCommand))),
    )
    .delete('/:id', async (c) =>
      c.json({ results: await undoCommand(acting(ctx, c), readId(c), readQuery(c, commandScope).task) }),
    )
    .post('/:id/retry', async (c) =>
      c.json({ results: await retryCommand(acting(ctx, c), readId(c), readQuery(c, commandScope).task) }),
    )
    .post('/:id/settle', async (c) =>
      c.json({ results: await decideCommand(acting(ctx, c), readId(c), await readBody(c, commandDecision)) }),
    );
}
