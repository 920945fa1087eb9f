import type { Connection, ConnectionChange, NewConnection } from '#contract/connection';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { hasOpenCommands } from '../store/commands/commands';
import { insertConnection, updateConnection } from '../store/connections';
import { hideTasksOf, renewHeldTasks } from '../store/tasks/tasks';
import { transaction } from '../store/transaction';
import { closedCircuit } from './circuit';
import { readConnection } from './read-connections';

/** Keeps a new connection, its key sealed, and asks for its first listing. */
export async function addConnection(ctx: Context, input: NewConnection): Promise<Connection> {
  const id = ctx.newId();
  const now = ctx.clock.now();
  await transaction(ctx, 'connections', (tx) =>
    insertConnection(tx, {
      workspace_id: ctx.workspaceId,
      id,
      vendor: input.vendor,
      label: input.label,
      sandbox: input.sandbox,
      plan: input.plan,
      key_sealed: ctx.secrets.seal(input.key, id),
      next_pull_at: now,
      created_at: now,
    }),
  );
  return readConnection(ctx, id);
}

/** Renames it, replaces its key or plan, or says who "me" is. A new key or plan sends what waited for it at once. */
export async function changeConnection(
  ctx: Context,
  id: string,
  change: ConnectionChange,
): Promise<Connection> {
  const present = await readConnection(ctx, id);
  if (
    change.me !== undefined &&
    change.me !== null &&
    !present.members.some((member) => member.id === change.me)
  ) {
    const message = 'This person is not in the team. Choose another one.';
    throw new Refusal('invalid', message, [{ path: 'me', message }]);
  }
  const isOtherAccess = change.key !== undefined || (change.plan ?? present.plan) !== present.plan;
  await transaction(ctx, 'connections', (tx) =>
    updateConnection(tx, ctx.workspaceId, id, {
      ...(change.label !== undefined && { label: change.label }),
      ...(change.me !== undefined && { me: change.me }),
      ...(change.plan !== undefined && { plan: change.plan }),
      ...(change.key !== undefined && { key_sealed: ctx.secrets.seal(change.key, id) }),
      ...(isOtherAccess && { ...closedCircuit, trouble: null, next_pull_at: ctx.clock.now() }),
    }),
  );
  if (isOtherAccess)
    await transaction(ctx, 'tasks', (tx) => renewHeldTasks(tx, ctx.workspaceId, id), Boolean);
  return readConnection(ctx, id);
}

/** Takes a connection off the board with its tasks and forgets its key. Refuses while commands are still to be delivered through it. */
export async function removeConnection(ctx: Context, id: string): Promise<void> {
  await readConnection(ctx, id);
  await transaction(ctx, ['connections', 'tasks'], async (tx) => {
    // Whoever is about to add a task or a command here either ends before these two or finds them done.
    await hideTasksOf(tx, ctx.workspaceId, id);
    await updateConnection(tx, ctx.workspaceId, id, {
      removed_at: ctx.clock.now(),
      key_sealed: Buffer.alloc(0),
    });
    if (await hasOpenCommands(tx, ctx.workspaceId, id)) {
      throw new Refusal(
        'conflict',
        'Some changes have not reached this connection yet. Wait for them or undo them first.',
      );
    }
  });
}
