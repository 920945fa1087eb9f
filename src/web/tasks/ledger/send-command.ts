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

/** Asks a held command back. `tasks`: those it was for, as far as this tab knows. */
export function sendUndo(
  client: QueryClient,
  commandId: string,
  tasks: readonly Task[],
  onRefused?: OnRefused,
): void {
  const variables: UndoVariables = { commandId };
  call(client, {
    key: undoKey,
    variables,
    tasks,
    kind: 'undo',
    commandId,
    ask: () => withdraw(commandId),
    onRefused,
  });
}

/** Sends a failed command once more, or takes it off the card. */
export function sendAgain(
  client: QueryClient,
  kind: 'retry' | 'dismiss',
  commandId: string,
  onRefused?: OnRefused,
): void {
  const ask = () =>
    kind === 'dismiss'
      ? withdraw(commandId)
      : request(commandResults, `/api/commands/${commandId}/retry`, { method: 'POST' });
  call(client, { key: [kind], variables: { commandId }, tasks: [], kind, commandId, ask, onRefused });
}

function withdraw(commandId: string): Promise<CommandResults> {
  return request(commandResults, `/api/commands/${commandId}`, { method: 'DELETE' });
}

/** The mutation ends only when the cache holds the server's newer rows, so that nothing is drawn at its old place in between. */
function call<Variables>(
  client: QueryClient,
  { key, variables, tasks, kind, commandId, ask, onRefused }: Call<Variables>,
): void {
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
            void ((_: unknown, __: unknown) => 0)(
              client,
              answer.results.flatMap((result) => (result.ok ? [result.task] : [])),
            );
            return answer;
          } catch (error) {
            // The board may show what is no longer so; the refusal itself is reported below.
            await pullShown(client).catch(() => {});
            throw error;
          }
        },
      ),
  });
  const tell = (refused: Refusal['tasks']) => {
    if (refused[0]) tellRefusal({ commandId, kind, message: refused[0].message, tasks: refused }, onRefused);
  };
  const taskOf = (taskId: string) => tasks.find(({ id }) => id === taskId) ?? null;
  mutation.execute(variables).then(
    ({ results }) =>
      tell(
        results.flatMap((result) =>
          result.ok
            ? []
            : [{ task: taskOf(result.taskId), taskId: result.taskId, message: result.error.message }],
        ),
      ),
    (error: Error) =>
      tellRefusal(
        {
          commandId,
          kind,
          message: error.message,
          tasks: tasks.map((task) => ({ task, taskId: task.id, message: error.message })),
        },
        onRefused,
      ),
  );
}

function assigneeOf(
  client: QueryClient,
  draft: DraftCommand,
  tasks: readonly Task[],
): Pick<CommandVariables, 'assignee'> {
  if (draft.kind !== 'edit' || draft.changes.assigneeId === undefined) return {};
  const { assigneeId } = draft.changes;
  const connections: Connection[] = client.getQueryData(connectionQueries.list().queryKey) ?? [];
  const member = connections
    .find(({ id }) => id === tasks[0]?.connectionId)
    ?.members.find(({ id }) => id === assigneeId);
  return { assignee: { id: assigneeId, name: member?.name ?? '' } };
}
