import { randomUUID } from 'node:crypto';

import type { Context } from '#server/context';
import { inParts } from '#server/store/in-parts';
import type { NewTaskRow } from '#server/store/schema';
import { dueColumns } from '#server/store/tasks/task-fields';
import { transaction } from '#server/store/transaction';

import type { Harness } from './harness';

/** Puts pending lemlist tasks onto the board, as if they had been pulled; give what the test is about. */
export function addTasks(
  { ctx, connectionId }: Pick<Harness, 'ctx' | 'connectionId'>,
  given: readonly Partial<NewTaskRow>[],
): Promise<void> {
  return transaction(ctx, 'tasks', async (tx) => {
    const rows = given.map((one) => ({ ...plainRow(ctx, connectionId), ...one }));
    for (const part of inParts(rows)) await tx.insertInto('tasks').values(part).execute();
  });
}

function plainRow(ctx: Context, connectionId: string): NewTaskRow {
  return {
    workspace_id: ctx.workspaceId,
    id: randomUUID(),
    connection_id: connectionId,
    vendor: 'lemlist',
    vendor_task_id: `opp_${randomUUID()}`,
    status: 'pending',
    channel: 'manual',
    vendor_type: 'manual',
    title: '',
    text: '',
    priority: 'none',
    ...dueColumns({ kind: 'date', date: '2026-03-10' }),
    parents: '[]',
    media: '[]',
    outbound: false,
    closed_elsewhere: false,
    created_at: ctx.clock.now(),
  };
}
