import { type Context, Hono } from 'hono';

import { takeFault } from '../../faults';
import { assumed } from '../assumptions';
import { selectUsers } from '../records/users';
import { notFound } from '../refusal';
import { apiPath, readBody, readQuery, type SaleshandyEnv } from '../request';
import type { BulkActionRow, TaskRow } from '../tables';
import { bulkSkip, bulkSnooze, bulkStatus, startBulkAction } from './bulk-actions';
import {
  completeTask,
  completion,
  mustBeToCome,
  newNote,
  skipTask,
  snooze,
  snoozeTask,
  writeNote,
} from './change-task';
import { countTasks } from './count-tasks';
import { createTasks, newTasks } from './create-tasks';
import { listTasks, taskQuery } from './list-tasks';
import { selectTasks, taskAnswer } from './select-tasks';

type C = Context<SaleshandyEnv>;

/** The fault that only Saleshandy knows: a create that fails for every second prospect, and for a lone one. */
export const PARTIAL_SUCCESS = 'partial-success';

/** Task endpoints. The static paths come before `/:taskId`, which they would otherwise be taken for. */
export function taskRoutes(): Hono<SaleshandyEnv> {
  const tasks = new Hono<SaleshandyEnv>();
  tasks.post('/create', async (c) => {
    const input = await readBody(c, newTasks, 'create task');
    const results = await createTasks(c.get('scope'), input, await failures(c, input.prospectIds.length));
    return c.json({ message: assumed.text.created, payload: { results } }, assumed.createdStatus);
  });
  tasks.get('/', async (c) => {
    const query = readQuery(c, taskQuery, 'fetch tasks');
    const { tasks: found, total } = await listTasks(c.get('scope'), query);
    const { page, pageSize } = query;
    return c.json({
      message: assumed.text.listed,
      payload: { tasks: found.map(taskAnswer), page, pageSize, total },
    });
  });
  tasks.get('/counts', async (c) =>
    c.json({ message: assumed.text.counted, payload: await countTasks(c.get('scope')) }),
  );
  tasks.get('/assignee/list', async (c) => {
    const assignees = await selectUsers(c.get('scope')).execute();
    return c.json({ message: assumed.text.assignees, payload: assignees });
  });
  addBulkRoutes(tasks);
  tasks.get('/:taskId', async (c) => {
    const task = await selectTasks(c.get('scope')).where('task.id', '=', idIn(c)).executeTakeFirst();
    if (task === undefined) throw notFound(assumed.text.unknownTask);
    return c.json({ message: assumed.text.one, payload: taskAnswer(task) });
  });
  addVerbs(tasks);
  return tasks;
}

function addBulkRoutes(tasks: Hono<SaleshandyEnv>): void {
  // These three answer without an envelope.
  tasks.post('/bulk-skip', async (c) => {
    const input = await readBody(c, bulkSkip, 'bulk skip tasks');
    return c.json(startedAnswer(c, await startBulkAction(c.get('scope'), input)));
  });
  tasks.post('/bulk-snooze', async (c) => {
    const input = await readBody(c, bulkSnooze, 'bulk snooze tasks');
    mustBeToCome(c.get('scope'), input.snoozeUntil, 'bulk snooze tasks');
    return c.json(startedAnswer(c, await startBulkAction(c.get('scope'), input)));
  });
  tasks.get('/bulk-status/:bulkActionId', async (c) => {
    const { db, teamId } = c.get('scope');
    const row = await db
      .selectFrom('saleshandy_bulk_actions')
      .selectAll()
      .where('team_id', '=', teamId)
      .where('id', '=', c.req.param('bulkActionId').replaceAll('\0', ''))
      .executeTakeFirst();
    if (row === undefined) throw notFound(assumed.text.unknownBulkAction);
    return c.json(bulkStatus(row));
  });
}

function addVerbs(tasks: Hono<SaleshandyEnv>): void {
  tasks.post('/:taskId/complete', async (c) => {
    const input = await readBody(c, completion, 'complete task');
    const { id, state, call_outcome, completed_at } = await completeTask(c.get('scope'), idIn(c), input);
    const task = { taskId: id, status: state, callOutcome: call_outcome, completedAt: completed_at };
    return c.json({ message: assumed.text.completed, payload: { task } });
  });
  tasks.post('/:taskId/skip', async (c) => {
    const { id, state, skipped_at } = await skipTask(c.get('scope'), idIn(c));
    const task = { taskId: id, status: state, skippedAt: skipped_at };
    return c.json({ message: assumed.text.skipped, payload: { task } });
  });
  tasks.post('/:taskId/snooze', async (c) => {
    const input = await readBody(c, snooze, 'snooze task');
    const task = snoozedAnswer(await snoozeTask(c.get('scope'), idIn(c), input));
    return c.json({ message: assumed.text.snoozed, payload: { task } });
  });
  tasks.patch('/:taskId/note', async (c) => {
    const { id, note } = await writeNote(
      c.get('scope'),
      idIn(c),
      await readBody(c, newNote, 'update task note'),
    );
    return c.json({ message: assumed.text.noted, payload: { task: { taskId: id, taskNote: note } } });
  });
}

function idIn(c: C): string {
  return (c.req.param('taskId') ?? '').replaceAll('\0', '');
}

async function failures(c: C, prospects: number): Promise<(index: number) => boolean> {
  const { db, teamId } = c.get('scope');
  const call = { method: c.req.method, path: apiPath(c) };
  const fault = await takeFault(db, 'saleshandy', teamId, call, [PARTIAL_SUCCESS]);
  if (fault === undefined) return () => false;
  return (index) => index % 2 === 1 || prospects === 1;
}

function startedAnswer(c: C, { id }: BulkActionRow) {
  return {
    bulkActionId: id,
    message: assumed.text.bulk,
    statusCheckUrl: new URL(`bulk-status/${id}`, c.req.url).href,
  };
}

function snoozedAnswer({ id, snoozed_until, call_outcome }: TaskRow) {
  return { taskId: id, status: 'snoozed', snoozedUntil: snoozed_until, callOutcome: call_outcome };
}
