import type { Context } from '../context';
import { analyzeTasks } from '../store/tasks/tasks';
import type { Listing } from './listing';

const timesMore = 3;

/**
 * PostgreSQL looks at a growing table about once a minute and plans until then as if it had hardly any rows, so that each
 * page of the board would read them all. While a listing brings many tasks it is asked to look each time they are some
 * times more.
 */
export async function keepStatistics(ctx: Context, listing: Listing): Promise<void> {
  if (listing.added < listing.analyzeAt) return;
  listing.analyzeAt = timesMore * listing.added;
  await analyzeTasks(ctx.db).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'the statistics of the tasks were not renewed'),
  );
}
