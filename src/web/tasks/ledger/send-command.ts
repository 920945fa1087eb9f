import type { QueryClient } from '@tanstack/react-query';

import type { NewCommand } from '#contract/command';
import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { isLineDown, subscribeToLine } from '../../api/line';
import { toast } from '../../ui/toast';
import type { DraftCommand } from '../pending';
import { connectionQueries } from '../queries';
import { deedWords } from '../steps/step-words';
import type { CommandVariables } from './ledger';
import { findCommands } from './ledger';
import { outboxOf } from './outbox/outbox-of';
import type { WaitingCall } from './outbox/waiting-entry';
import type { OnRefused } from './refusals';
import { startChange, takeOut, type Told } from './start-change';

interface UndoOptions {
  taskId?: string | undefined;
  onRefused?: OnRefused | undefined;
  /** It hears which of the tasks it was too late for. */
  onUndone?: ((tooLate: ReadonlySet<string>) => void) | undefined;
}

/** Starts a command on the tasks and answers its id. It is drawn at once and sent until the server answers, whatever is unmounted meanwhile. */
export function sendCommand(
  client: QueryClient,
  draft: DraftCommand,
  tasks: readonly Task[],
  { batch, ...told }: Omit<Told, 'resumed'> & { batch?: string | undefined } = {},
): string {
  const id = crypto.randomUUID();
  const taskIds = tasks.map((task) => task.id);
  const body = { ...draft, id, taskIds, ...(batch && { batch }) } as NewCommand;
  const call: WaitingCall = { kind: 'command', body, tasks: [...tasks], ...assigneeOf(client, draft, tasks) };
  void startChange(client, outboxOf(client).begin(id, call), told);
  return id;
}

/**
 * Asks a held command or all those of a batch back, for all of its tasks or for `taskId` alone. `tasks`: those it concerns,
 * as far as this tab knows. `onUndone`: it is so. What has not left this browser never leaves it.
 */
export function sendUndo(
  client: QueryClient,
  commandId: string,
  tasks: readonly Task[],
  { taskId, onRefused, onUndone }: UndoOptions = {},
): void {
  const told = { onRefused, onDone: onUndone };
  const outbox = outboxOf(client);
  const given = findCommands(client, commandId);
  // The others of a command go their way; one of its tasks is taken back after it.
  const isPart = taskId !== undefined && given.flatMap((one) => one.tasks).length !== 1;
  const ids = given.length === 0 ? [commandId] : given.map((one) => one.commandId);
  const how = isPart ? [] : ids.map((id) => outbox.withdraw(id));
  const call = {
    kind: 'undo' as const,
    commandId,
    ...(isPart && { taskId }),
    tasks: [...tasks],
    unsure: how.includes('unsure'),
    ...bodiesOf(given),
  };
  if (how.length > 0 && how.every((each) => each === 'gone')) return takeOut(client, call, told);
  const done = startChange(client, outbox.begin(crypto.randomUUID(), call), told);
  tellWhileAway(`Undo waits for the line${deedOf(call)}.`, done);
}

/** Says it as soon as nobody answers, unless that is over before. */
function tellWhileAway(words: string, done: Promise<unknown>): void {
  const leave = subscribeToLine(look);
  let told = false;
  function look() {
    if (told || !isLineDown()) return;
    told = true;
    toast(words);
  }
  look();
  void done.finally(leave);
}

function deedOf(call: Extract<WaitingCall, { kind: 'undo' }>): string {
  const kind = call.body?.kind;
  return kind === undefined || call.tasks.length === 0 ? '' : `: ${deedWords(kind, call.tasks)}`;
}

function bodiesOf(given: readonly CommandVariables[]): { body?: NewCommand; more?: NewCommand[] } {
  const [body, ...more] = given.map(({ draft, commandId: id, tasks, batch }) => {
    const taskIds = tasks.map((task) => task.id);
    return { ...draft, id, taskIds, ...(batch && { batch }) };
  });
  return { ...(body && { body }), ...(more.length > 0 && { more }) };
}

/** Sends a failed command once more, or takes it off the card. */
export function sendAgain(
  client: QueryClient,
  kind: 'retry' | 'dismiss',
  commandId: string,
  taskId: string | undefined,
  onRefused?: OnRefused,
): void {
  const call: WaitingCall = { kind, commandId, ...(taskId === undefined ? {} : { taskId }) };
  void startChange(client, outboxOf(client).begin(crypto.randomUUID(), call), { onRefused });
}

function assigneeOf(
  client: QueryClient,
  draft: DraftCommand,
  tasks: readonly Task[],
): { assignee?: Task['assignee'] } {
  if (draft.kind !== 'edit' || draft.changes.assigneeId === undefined) return {};
  const { assigneeId } = draft.changes;
  if (assigneeId === null) return { assignee: null };
  const connections: Connection[] = client.getQueryData(connectionQueries.list().queryKey) ?? [];
  const member = connections
    .find(({ id }) => id === tasks[0]?.connectionId)
    ?.members.find(({ id }) => id === assigneeId);
  return { assignee: { id: assigneeId, name: member?.name ?? '' } };
}
