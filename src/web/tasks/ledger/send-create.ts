import type { QueryClient } from '@tanstack/react-query';

import type { NewTask, NewTaskInput } from '#contract/new-task';

import { toast } from '../../ui/toast';
import { pullShown, refreshCounts } from '../live/pull-changes';
import { recentQuery } from '../steps/recent-query';
import { askToCreate } from './ask-server';
import { outboxOf } from './outbox/outbox-of';
import { Discarded } from './outbox/own-change';
import type { WaitingEntry } from './outbox/waiting-entry';

/** Keeps a new task here until the server has taken it. `attempted`: it may have arrived already. */
export function leaveCreate(client: QueryClient, body: NewTask | NewTaskInput, attempted: boolean): void {
  const outbox = outboxOf(client);
  if (!outbox.owns(body.id)) startCreate(client, outbox.begin(body.id, { kind: 'create', body }, attempted));
  toast('Outboard does not answer. The task waits here and is created when it does.');
}

/** Sends a create that waits. Its form is closed, so a refusal is kept until the rep has seen it. */
export function startCreate(client: QueryClient, { id, call }: WaitingEntry): void {
  if (call.kind !== 'create') return;
  const outbox = outboxOf(client);
  outbox
    .deliver(id, () => askToCreate(call.body))
    .then(async ({ results }) => {
      const [refused] = results.flatMap((result) => (result.ok ? [] : [result.error.message]));
      if (refused === undefined) outbox.end(id);
      else outbox.refuse(id, refused);
      await taskCreated(client);
    })
    .catch((error: unknown) => {
      if (error instanceof Discarded) return outbox.end(id);
      const why = error instanceof Error ? error.message : String(error);
      outbox.refuse(id, why);
      toast(`Task not created. ${why}`);
    });
}

/** Asks for what a new task has changed. */
export async function taskCreated(client: QueryClient): Promise<void> {
  refreshCounts(client);
  void client.invalidateQueries({ queryKey: recentQuery().queryKey });
  // The task is there already; when this question fails, the live events ask it again.
  await pullShown(client).catch(() => {});
}
