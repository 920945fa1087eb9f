import type { MutationKey, QueryClient } from '@tanstack/react-query';

import type { CommandResults } from '#contract/command-result';
import type { Task } from '#contract/task';

import { pullShown, settleRows } from '../live/pull-changes';
import { askServer } from './ask-server';
import type { CommandVariables, UndoVariables } from './ledger';
import { commandKey, drawnCommands, undoKey } from './ledger';
import { outboxOf } from './outbox/outbox-of';
import { Discarded } from './outbox/own-change';
import type { WaitingCall, WaitingEntry } from './outbox/waiting-entry';
import type { OnRefused, Refusal } from './refusals';
import { tellRefusal } from './refusals';

/** How long a command can be asked back from this tab. */
const memoryMs = 30 * 60_000;

type CommandCall = Exclude<WaitingCall, { kind: 'create' }>;
type CommandEntry = WaitingEntry & { call: CommandCall };

export interface Told {
  onRefused?: OnRefused | undefined;
  /** The server did it, at least for some of the tasks; it hears which it did not do it for. */
  onDone?: ((refused: ReadonlySet<string>) => void) | undefined;
  /** Begun by an earlier page: nobody waits for the answer, so a refusal is kept until the rep has seen it. */
  resumed?: boolean;
}

/**
 * Sends a change that the outbox has. The mutation is pending from the rep's own moment on, and it ends only when the cache holds
 * the server's newer rows, so that nothing is drawn at its old place in between. Settles when it has ended, however.
 */
export async function startChange(client: QueryClient, entry: WaitingEntry, told: Told): Promise<void> {
  if (!isCommand(entry)) return;
  const outbox = outboxOf(client);
  const { id, call } = entry;
  const work = async () => {
    try {
      const answer = await outbox.deliver(id, () => askServer(call));
      await settleRows(
        client,
        answer.results.flatMap((result) => (result.ok ? [result.task] : [])),
      );
      outbox.end(id);
      return answer;
    } catch (error) {
      // The board may show what is no longer so; the refusal itself is reported below.
      if (!(error instanceof Discarded)) await pullShown(client).catch(() => {});
      if (!(error instanceof Discarded) && told.resumed && call.kind === 'command')
        outbox.refuse(id, wordsOf(error));
      else outbox.end(id);
      throw error;
    }
  };
  await run(client, entry.call, entry.at, work).then(
    ({ results }) => report(call, results, told),
    (error: unknown) => {
      if (error instanceof Discarded) return;
      const message = wordsOf(error);
      refuse(
        call,
        tasksOf(call).map((task) => ({ task, taskId: task.id, message })),
        message,
        told,
      );
    },
  );
}

/** Draws a command back that never left, and tells that it is gone. */
export function takeOut(
  client: QueryClient,
  call: Extract<CommandCall, { kind: 'undo' }>,
  { onDone }: Told,
): void {
  const ids = drawnCommands(call).map(({ commandId }) => commandId);
  const work = async () => {
    await Promise.all([call.commandId, ...ids].map((id) => outboxOf(client).gone(id)));
    return { results: [] };
  };
  void run(client, call, Date.now(), work).then(() => onDone?.(new Set()));
}

function isCommand(entry: WaitingEntry): entry is CommandEntry {
  return entry.call.kind !== 'create';
}

function run(
  client: QueryClient,
  call: CommandCall,
  submittedAt: number,
  mutationFn: () => Promise<CommandResults>,
): Promise<CommandResults> {
  const [mutationKey, variables] = drawingOf(call);
  const options = { mutationKey, networkMode: 'always' as const, retry: false, gcTime: memoryMs, mutationFn };
  const mutation = client
    .getMutationCache()
    .build<CommandResults, Error, CommandVariables | UndoVariables | undefined, unknown>(client, options, {
      context: undefined,
      data: undefined,
      error: null,
      failureCount: 0,
      failureReason: null,
      isPaused: false,
      status: 'pending',
      variables,
      submittedAt,
    });
  return mutation.execute(variables);
}

function drawingOf(call: CommandCall): [MutationKey, CommandVariables | UndoVariables | undefined] {
  switch (call.kind) {
    case 'command':
      return [commandKey, drawnCommands(call)[0]];
    case 'undo':
      return [undoKey, { commandId: call.commandId, taskId: call.taskId, commands: drawnCommands(call) }];
    case 'retry':
    case 'dismiss':
      return [[call.kind], { commandId: call.commandId, commands: [] }];
  }
}

function report(call: CommandCall, results: CommandResults['results'], told: Told): void {
  const refused = results.flatMap((result) => {
    if (result.ok) return [];
    const task = tasksOf(call).find(({ id }) => id === result.taskId) ?? null;
    return [{ task, taskId: result.taskId, message: result.error.message }];
  });
  if (refused[0]) refuse(call, refused, refused[0].message, told);
  if (refused.length === 0 || refused.length < results.length)
    told.onDone?.(new Set(refused.map(({ taskId }) => taskId)));
}

function refuse(call: CommandCall, tasks: Refusal['tasks'], message: string, { onRefused }: Told): void {
  const kind = call.kind === 'command' ? call.body.kind : call.kind;
  const commandId = call.kind === 'command' ? call.body.id : call.commandId;
  tellRefusal({ commandId, kind, message, tasks }, onRefused);
}

function tasksOf(call: CommandCall): readonly Task[] {
  return call.kind === 'command' || call.kind === 'undo' ? call.tasks : [];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
