import { dateIn, startOfDate } from '#contract/dates';
import type { PersonTasks } from '#contract/task';

import type { Context } from '../../context';
import { tasksOfPerson } from '../../store/tasks/people';
import { tasksById } from '../../store/tasks/task-lists';
import { presentTasks, readTask } from './read-tasks';

/** The other tasks of a task's person, over all vendors, and how many of them were closed today. Refuses an unknown id. */
export async function readPersonTasks(ctx: Context, taskId: string, zone: string): Promise<PersonTasks> {
  await readTask(ctx, taskId);
  const [row] = await tasksById(ctx.db, ctx.workspaceId, [taskId]);
  if (row === undefined || row.person_keys.length === 0) return { items: [], touchedToday: 0 };
  const startOfToday = startOfDate(zone, dateIn(zone, ctx.clock.now()));
  const rows = await tasksOfPerson(ctx.db, ctx.workspaceId, row, startOfToday);
  return {
    items: await presentTasks(ctx, rows),
    touchedToday: rows.filter((one) => one.status !== 'pending').length,
  };
}
