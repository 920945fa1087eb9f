import type { MutationKey, QueryClient } from '@tanstack/react-query';

import type { CommandResults } from '#contract/command-result';
import { commandResults } from '#contract/command-result';
import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { request } from '../../api/client';
import { pullShown, settleRows } from '../live/pull-changes';
import type { DraftCommand } from '../pending';
import { connectionQueries } from '../queries';
import { inOrderOfTasks } from './in-order';
import type { CommandVariables, UndoVariables } from './ledger';
import { commandKey, undoKey } from './ledger';
import type { OnRefused, Refusal } from './refusals';
import { tellRefusal } from './refusals';
import { untilAnswered } from './until-answered';

/** How long a command can be asked back from this tab; a reload forgets sooner. */
const memoryMs = 30 * 60_000;

interface Call<Variables> {
  key: MutationKey;
  variables: Variables;
  tasks: readonly Task[];
  kind: Refusal['kind'];
  commandId: string;
  ask: () => Promise<CommandResults>;
  onRefused: OnRefused | undefined;
  /** The server did it, at least for some of the tasks. */
  onDone?: () => void;
}

interface UndoOptions {
  taskId?: string | undefined;
  onRefused?: OnRefused | undefined;
  onUndone?: (() => void) | undefined;
}

/** Starts a command on the tasks and answers its id. It is drawn at once and sent until the server answers, whatever is unmounted meanwhile. */
export function sendCommand(
  client: QueryClient,
  draft: DraftCommand,
  tasks: readonly Task[],
  onRefused?: OnRefused,
): string {
  const commandId = crypto.randomUUID();
  const body = { ...draft, id: commandId, taskIds: tasks.map(({ id }) => id) };
  const variables: CommandVariables = { commandId, draft, tasks, ...assigneeOf(client, draft, tasks) };
  const ask = () => request(commandResults, '/api/commands', { method: 'POST', body });
  call(client, { key: commandKey, variables, tasks, kind: draft.kind, commandId, ask, onRefused });
  return commandId;
}

/**
 * Asks a held command back, for all of its tasks or for `taskId` alone. `tasks`: those it concerns, as far as this tab
 * knows. `onUndone`: the server has done so.
 */
export function sendUndo(
  client: QueryClient,
  commandId: string,
  tasks: readonly Task[],
  { taskId, onRefused, onUndone }: UndoOptions = {},
): void {
  const variables: UndoVariables = { commandId, taskId };
  call(client, {
    key: undoKey,
    variables,
    tasks,
    kind: 'undo',
    commandId,
    ask: () => withdraw(commandId, taskId),
    onRefused,
    onDone: () => onUndone?.(),
  });
}

/** Sends a failed command once more, or takes it off the card. */
export function sendAgain(
  client: QueryClient,
  kind: 'retry' | 'dismiss',
  commandId: string,
  taskId: string | undefined,
  onRefused?: OnRefused,
): void {
  const ask = () =>
    kind === 'dismiss'
      ? withdraw(commandId, taskId)
      : request(commandResults, `/api/commands/${commandId}/retry`, {
          method: 'POST',
          query: scope(taskId),
        });
  call(client, { key: [kind], variables: { commandId }, tasks: [], kind, commandId, ask, onRefused });
}

function scope(taskId: string | undefined): URLSearchParams {
  return new URLSearchParams(taskId === undefined ? {} : { task: taskId });
}

function withdraw(commandId: string, taskId?: string): Promise<CommandResults> {
  return request(commandResults, `/api/commands/${commandId}`, { method: 'DELETE', query: scope(taskId) });
}

/** The mutation ends only when the cache holds the server's newer rows, so that nothing is drawn at its old place in between. */
function call<Variables>(client: QueryClient, given: Call<Variables>): void {
  const { key, variables, tasks, ask } = given;
  const mutation = client.getMutationCache().build<CommandResults, Error, Variables, unknown>(client, {
    mutationKey: key,
    networkMode: 'always',
    retry: false,
    gcTime: memoryMs,
    mutationFn: () =>
      inOrderOfTasks(
        tasks.map(({ id }) => id),
        async () => {
          try {
            const answer = await untilAnswered(ask);
            const rows = answer.results.flatMap((result) => (result.ok ? [result.task] : []));
            await settleRows(client, rows);
            return answer;
          } catch (error) {
            // The board may show what is no longer so; the refusal itself is reported below.
            await pullShown(client).catch(() => {});
            throw error;
          }
        },
      ),
  });
  mutation.execute(variables).then(
    ({ results }) => report(given, results),
    ({ message }: Error) =>
      refuse(
        given,
        tasks.map((task) => ({ task, taskId: task.id, message })),
        message,
      ),
  );
}

function report<Variables>(given: Call<Variables>, results: CommandResults['results']): void {
  const refused = results.flatMap((result) => {
    if (result.ok) return [];
    const task = given.tasks.find(({ id }) => id === result.taskId) ?? null;
    return [{ task, taskId: result.taskId, message: result.error.message }];
  });
  if (refused[0]) refuse(given, refused, refused[0].message);
  if (refused.length === 0 || refused.length < results.length) given.onDone?.();
}

function refuse<Variables>(
  { commandId, kind, onRefused }: Call<Variables>,
  tasks: Refusal['tasks'],
  message: string,
): void {
  tellRefusal({ commandId, kind, message, tasks }, onRefused);
}

function assigneeOf(
  client: QueryClient,
  draft: DraftCommand,
  tasks: readonly Task[],
): Pick<CommandVariables, 'assignee'> {
  if (draft.kind !== 'edit' || draft.changes.assigneeId === undefined) return {};
  const { assigneeId } = draft.changes;
  if (assigneeId === null) return { assignee: null };
  const connections: Connection[] = client.getQueryData(connectionQueries.list().queryKey) ?? [];
  const member = connections
    .find(({ id }) => id === tasks[0]?.connectionId)
    ?.members.find(({ id }) => id === assigneeId);
  return { assignee: { id: assigneeId, name: member?.name ?? '' } };
}
