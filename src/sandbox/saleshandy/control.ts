import { type Context, Hono } from 'hono';
import { z } from 'zod';

import { backstage } from '../account/backstage';
import { DEMO_KEY } from './demo/demo-key';
import { findTeam } from './gate/authenticate';
import { answerRefusal, failedTo, notFound } from './refusal';
import { moment, readBody, readQuery, type SaleshandyParts, type Scope, text } from './request';
import { runBulkActions } from './tasks/bulk-actions';
import { changeTask } from './tasks/change-task';
import { createTasks, newTasks } from './tasks/create-tasks';
import { PARTIAL_SUCCESS } from './tasks/routes';
import { selectTasks, taskAnswer } from './tasks/select-tasks';
import { callOutcomes, priorities, taskTypes } from './vocabulary';

const key = text.default(DEMO_KEY);
const placed = { assigneeId: text.nullable().optional(), sequenceId: text.nullable().optional() };
const taskBody = newTasks.omit({ prospectIds: true }).extend({ key, prospectId: text, ...placed });
const changeBody = z.object({
  key,
  taskId: text,
  ...placed,
  taskType: z.enum(taskTypes).optional(),
  taskNote: text.nullable().optional(),
  priority: z.enum(priorities).nullable().optional(),
  dueDate: z.iso.date().optional(),
  snoozedUntil: moment.nullable().optional(),
  callOutcome: z.enum(callOutcomes).nullable().optional(),
  status: z.enum(['completed', 'skipped']).optional(),
});

/**
 * The back stage of the sandbox, for tests and for practice: faults (one kind more than other vendors, `partial-success`), the
 * log of calls, and the tasks, to look at and to change as somebody in Saleshandy's own app would, who may do more than the API
 * can. Each call names a team by its key (absent: the demo team); no answer holds a key.
 */
export function saleshandyControl({ db, clock, newId }: SaleshandyParts): Hono {
  const control = new Hono();
  control.onError(answerRefusal);
  const enter = async (ofKey: string): Promise<Scope> => {
    const team = await findTeam(db, ofKey);
    if (team === undefined) throw notFound('No team has this key');
    const scope = { db, teamId: team.id, now: () => clock.now(), newId };
    await runBulkActions(scope);
    return scope;
  };
  const enterByQuery = (c: Context) => enter(readQuery(c, z.object({ key }), 'fetch tasks').key);

  control.route(
    '/',
    backstage({
      db,
      vendor: 'saleshandy',
      demoKey: DEMO_KEY,
      accountOf: async (ofKey) => (await enter(ofKey)).teamId,
      ownFaults: [PARTIAL_SUCCESS],
    }),
  );

  control.get('/tasks', async (c) => {
    const tasks = await selectTasks(await enterByQuery(c))
      .orderBy('task.created_at')
      .orderBy('task.id')
      .execute();
    return c.json({ tasks: tasks.map(taskAnswer) });
  });
  control.post('/tasks', async (c) => {
    const {
      key: ofKey,
      prospectId,
      assigneeId,
      sequenceId,
      ...input
    } = await readBody(c, taskBody, 'create task');
    const scope = await enter(ofKey);
    const [made] = await createTasks(scope, { ...input, prospectIds: [prospectId] });
    if (made === undefined || made.taskId === null) throw failedTo('create task', 'no prospect has this id');
    return c.json(await change(scope, { taskId: made.taskId, assigneeId, sequenceId }));
  });
  control.patch('/tasks', async (c) => {
    const { key: ofKey, ...input } = await readBody(c, changeBody, 'change task');
    return c.json(await change(await enter(ofKey), input));
  });
  return control;
}

/** Writes what is given, whatever state the task is in, and answers the whole task. */
async function change(scope: Scope, input: Omit<z.infer<typeof changeBody>, 'key'>) {
  await changeTask(scope, input.taskId, 'change task', (task) => ({
    id: task.id,
    type: input.taskType,
    note: input.taskNote,
    priority: input.priority,
    due_date: input.dueDate,
    snoozed_until: input.snoozedUntil,
    call_outcome: input.callOutcome,
    assignee_id: input.assigneeId,
    sequence_id: input.sequenceId,
    ...(input.status === 'completed' && {
      state: 'completed',
      completed_at: scope.now(),
      snoozed_until: null,
    }),
    ...(input.status === 'skipped' && { state: 'skipped', skipped_at: scope.now(), snoozed_until: null }),
  }));
  return taskAnswer(await selectTasks(scope).where('task.id', '=', input.taskId).executeTakeFirstOrThrow());
}
