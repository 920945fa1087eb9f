import type { QueryClient } from '@tanstack/react-query';

import { pullShown } from '../live/pull-changes';
import { readLedger } from './ledger';
import type { Takers } from './outbox/keep-changes';
import type { Waiting } from './outbox/outbox';
import { outboxOf } from './outbox/outbox-of';
import type { WaitingEntry } from './outbox/waiting-entry';
import type { WaitingStore } from './outbox/waiting-store';
import { sendUndo } from './send-command';
import { startCreate } from './send-create';
import { startChange } from './start-change';
import { tellUndone } from './undone';

/**
 * From now on what the rep does outlives the page; begun once, by the page itself. The first card does not wait for it, the first
 * command does. Answers how to stop, as a closed tab does.
 */
export function keepWaiting(client: QueryClient, store?: WaitingStore): () => void {
  const outbox = outboxOf(client);
  const takers: Takers = {
    resume: (entry) => resume(client, entry),
    discard: (id) => {
      const waiting = outbox.all().find((each) => each.id === id);
      if (waiting) discardWaiting(client, waiting);
    },
    catchUp: () => pullShown(client),
  };
  const keeping = loadKeeping().then(({ browserStore, keepChanges }) =>
    keepChanges(outbox, store ?? browserStore(), takers),
  );
  // Without this part of the page what the rep does lives as long as the page.
  outbox.waitFor(keeping.then(({ ready }) => ready).catch(() => {}));
  return () => void keeping.then(({ stop }) => stop()).catch(() => {});
}

async function loadKeeping() {
  const [{ browserStore }, { keepChanges }] = await Promise.all([
    import('./outbox/waiting-store'),
    import('./outbox/keep-changes'),
  ]);
  return { browserStore, keepChanges };
}

/** Takes a change back that waits, or off the list what was not accepted. What has never been sent never leaves this browser. */
export function discardWaiting(client: QueryClient, { id, entry, mine }: Waiting): void {
  const outbox = outboxOf(client);
  if (entry === null || entry.refused !== null) return outbox.end(id);
  if (!mine) return outbox.askToDiscard(id);
  const { call } = entry;
  if (call.kind === 'command') {
    const step = readLedger(client).steps.find(({ commandId }) => commandId === id);
    return sendUndo(
      client,
      id,
      call.tasks,
      step ? { onUndone: () => tellUndone({ ...step, count: step.tasks.length, told: null }) } : {},
    );
  }
  if (call.kind === 'create' && outbox.mayHaveLeft(id)) return sendUndo(client, id, []);
  outbox.withdraw(id);
}

/** Tries again what the server could not take or did not accept. */
export function retryWaiting(client: QueryClient, { id, entry }: Waiting): void {
  if (entry === null || entry.refused === null) return outboxOf(client).hurry(id);
  resume(client, outboxOf(client).adopt({ ...entry, refused: null }));
}

function resume(client: QueryClient, entry: WaitingEntry): void {
  if (entry.call.kind === 'create') startCreate(client, entry);
  else void startChange(client, entry, { resumed: true });
}
