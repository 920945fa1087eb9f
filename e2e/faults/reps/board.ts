import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import type { Stage } from '../stage/stage';
import { until } from '../stage/until';

/** Everything in one column, page by page, as a rep who scrolls to its end sees it. */
export async function column(stage: Stage, status: Task['status']): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/tasks?status=${status}&closed=all&tz=UTC&limit=200${after}`;
    const page: { items: Task[]; nextCursor: string | null } = await read(stage, path);
    tasks.push(...page.items);
    cursor = page.nextCursor;
  }
  return tasks;
}

export async function connections(stage: Stage): Promise<Connection[]> {
  return (await read<{ items: Connection[] }>(stage, '/api/connections')).items;
}

function read<T>(stage: Stage, path: string): Promise<T> {
  return until(`${path} is answered`, async () => {
    const response = await fetch(`${stage.alive[0]?.url}${path}`);
    return response.ok ? ((await response.json()) as T) : undefined;
  });
}
