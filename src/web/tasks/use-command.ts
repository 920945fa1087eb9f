import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { CreateResults } from '#contract/command-result';
import { createResults } from '#contract/command-result';
import type { NewTask, NewTaskInput } from '#contract/new-task';
import type { Task } from '#contract/task';

import { ApiError, request } from '../api/client';
import type { UndoStep } from './ledger/ledger';
import { readLedger, useLedger } from './ledger/ledger';
import type { OnRefused } from './ledger/refusals';
import { sendAgain, sendCommand, sendUndo } from './ledger/send-command';
import { tellUndone } from './ledger/undone';
import { pullShown, refreshCounts } from './live/pull-changes';
import type { DraftCommand } from './pending';

/** Where refusals go; without it they go to `useRefusals`. */
interface Options {
  onRefused?: OnRefused;
}

/** Does something to tasks and answers the command's id. The board draws it in the same frame, long before the server answers. */
export function useCommand({ onRefused }: Options = {}): {
  run(command: DraftCommand, tasks: readonly Task[]): string;
} {
  const client = useQueryClient();
  return { run: (command, tasks) => sendCommand(client, command, tasks, onRefused) };
}

export interface Undo {
  /** For all of its tasks, or for one. */
  undo(commandId: string, taskId?: string): void;
  /** Takes back the newest step; nothing when there is none. */
  undoLast(): void;
  last: UndoStep | null;
  /** This tab's commands that were not asked back yet, newest first. */
  steps: readonly UndoStep[];
}

/**
 * Takes commands back while they are held; when it is too late the refusal says so. The card is drawn back at once, but only
 * `onUndone` says that it is so; without it `useUndone` does.
 */
export function useUndo({
  onRefused,
  onUndone,
}: Options & { onUndone?: (step: UndoStep) => void } = {}): Undo {
  const client = useQueryClient();
  const { steps } = useLedger();
  const undo = (commandId: string, taskId?: string) => {
    const whole = readLedger(client.getMutationCache()).steps.find((each) => each.commandId === commandId);
    const tasks = whole?.tasks.filter(({ id }) => taskId === undefined || id === taskId) ?? [];
    const step = whole && { ...whole, tasks };
    sendUndo(client, commandId, tasks, {
      taskId,
      onRefused,
      onUndone: step && (() => (onUndone ?? tellUndone)(step)),
    });
  };
  const undoLast = () => {
    const [newest] = readLedger(client.getMutationCache()).steps;
    if (newest) undo(newest.commandId);
  };
  return { undo, undoLast, last: steps[0] ?? null, steps };
}

/** What can be done about a command that the vendor refused. */
export function useRetryCommand({ onRefused }: Options = {}): {
  /** For all of its tasks, or for one. */
  retry(commandId: string, taskId?: string): void;
  dismiss(commandId: string, taskId?: string): void;
} {
  const client = useQueryClient();
  return {
    retry: (commandId, taskId) => sendAgain(client, 'retry', commandId, taskId, onRefused),
    dismiss: (commandId, taskId) => sendAgain(client, 'dismiss', commandId, taskId, onRefused),
  };
}

/** Creates a task; its error carries `fields`. Sending the same `id` again after an error creates nothing twice. */
export function useCreateTask(): UseMutationResult<CreateResults, ApiError, NewTask | NewTaskInput> {
  const client = useQueryClient();
  return useMutation<CreateResults, ApiError, NewTask | NewTaskInput>({
    mutationKey: ['create'],
    networkMode: 'always',
    retry: (failures, error) => error instanceof ApiError && error.passing && failures < 2,
    mutationFn: (body) => request(createResults, '/api/tasks', { method: 'POST', body }),
    onSuccess: async () => {
      refreshCounts(client);
      // The task is there already; when this question fails, the live events ask it again.
      await pullShown(client).catch(() => {});
    },
  });
}
