import { expect, test } from 'vitest';

import { openWorkspaceWith } from '#testing/open-workspace';

import { taskQueries } from '../queries';
import { createQueryClient } from '../query-client';
import { settleRows } from './pull-changes';

test('once rows of an answer are merged the totals are asked again, which may have counted them before', async () => {
  const tasks = await openWorkspaceWith(2);
  const client = createQueryClient();
  const counts = taskQueries.counts({});
  await client.fetchQuery(counts);
  await settleRows(client, tasks);
  await expect.poll(() => client.getQueryState(counts.queryKey)?.isInvalidated).toBe(true);
});
