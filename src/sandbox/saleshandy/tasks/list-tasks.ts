import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { pageNumber, type Scope, text } from '../request';
import {
  callOutcomes,
  type Channel,
  channelOfType,
  channels,
  listedStatuses,
  taskTypes,
} from '../vocabulary';
import { selectTasks, type SelectedTask, statusOf } from './select-tasks';

const columns = {
  completedAt: 'task.completed_at',
  dueDate: 'task.due_date',
  priority: 'task.priority',
  skippedAt: 'task.skipped_at',
} as const;

/** Query of GET /tasks, as the OpenAPI lists it. */
export const taskQuery = z.object({
  page: pageNumber,
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .default(assumed.taskPageSize)
    .transform((size) => Math.min(size, assumed.mostTasksOnPage)),
  sortBy: z.enum(['completedAt', 'dueDate', 'priority', 'skippedAt']).default('dueDate'),
  sortOrder: z.enum(['ASC', 'DESC']).default('ASC'),
  status: z.enum(listedStatuses).optional(),
  taskType: z.enum(channels).optional(),
  sequenceId: text.optional(),
  taskAssignee: text.optional(),
  prospectOutcome: text.optional(),
  callOutcome: z.enum(callOutcomes).optional(),
  search: text.optional(),
});
type TaskQuery = z.infer<typeof taskQuery>;

/** One page of the tasks that pass every filter, and how many there are in all. */
export async function listTasks(
  scope: Scope,
  query: TaskQuery,
): Promise<{ tasks: SelectedTask[]; total: number }> {
  const found = filterTasks(scope, query);
  const { total } = await found
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const order = query.sortOrder === 'ASC' ? 'asc' : 'desc';
  const tasks = await found
    .orderBy(columns[query.sortBy], (by) => (order === 'asc' ? by.asc() : by.desc()).nullsLast())
    .orderBy('task.due_date')
    .orderBy('task.created_at')
    .orderBy('task.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { tasks, total: Number(total) };
}

function filterTasks(scope: Scope, query: TaskQuery) {
  const { status, taskType, sequenceId, taskAssignee, prospectOutcome, callOutcome, search } = query;
  let found = selectTasks(scope);
  if (status !== undefined) {
    const wanted = status === 'upcoming' ? ['upcoming', 'snoozed'] : [status];
    found = found.where(sql<SqlBool>`${statusOf(scope.now())} = any(${wanted}::text[])`);
  }
  if (taskType !== undefined) found = found.where('task.type', 'in', typesOf(taskType));
  if (sequenceId !== undefined) found = found.where('task.sequence_id', '=', sequenceId);
  if (taskAssignee !== undefined) found = found.where('task.assignee_id', '=', taskAssignee);
  if (prospectOutcome !== undefined) found = found.where('prospect.outcome', '=', prospectOutcome);
  if (callOutcome !== undefined) found = found.where('task.call_outcome', '=', callOutcome);
  if (search !== undefined) {
    const all = sql`concat_ws(' ', prospect.first_name, prospect.last_name, prospect.email, prospect.company)`;
    found = found.where(sql<SqlBool>`position(lower(${search}) in lower(${all})) > 0`);
  }
  return found;
}

function typesOf(channel: Channel) {
  return taskTypes.filter((type) => channelOfType[type] === channel);
}
