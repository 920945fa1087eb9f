import type { QueryClient, UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { CreateResults } from '#contract/command-result';
import type { NewTask, NewTaskInput } from '#contract/new-task';
import type { Task } from '#contract/task';

import { ApiError } from '../api/client';
import { isLineDown } from '../api/line';
import { askToCreate } from './ledger/ask-server';
import { findCommands, readLedger, useLedger } from './ledger/ledger';
import type { OnRefused } from './ledger/refusals';
import { sendAgain, sendCommand, sendUndo } from './ledger/send-command';
import { leaveCreate, taskCreated } from './ledger/send-create';
import { tellUndone } from './ledger/undone';
import { cachedTask } from './live/board-cache';
import type { DraftCommand } from './pending';
import { recentQuery } from './steps/recent-query';
import type { Step } from './steps/steps';
import { canUndo, stepsOf } from './steps/steps';

/** Where refusals go; without it they go to `useRefusals`. */
interface Options {
  onRefused?: OnRefused;
}

interface CommandOptions extends Options {
  /** The server did it, at least for some of the tasks. */
  onDone?: () => void;
}

interface Given {
  command: DraftCommand;
  tasks: readonly Task[];
}

/** Does something to tasks and answers the command's id. The board draws it in the same frame, long before the server answers. */
export function useCommand({ onRefused, onDone }: CommandOptions = {}): {
  run(command: DraftCommand, tasks: readonly Task[]): string;
  /**
   * The same in one go for tasks that need different commands, such as a snooze of days and of times: one step to list and to
   * undo, whose id it answers.
   */
  runTogether(given: readonly Given[]): string;
} {
  const client = useQueryClient();
  const told = { onRefused, onDone: onDone && (() => onDone()) };
  return {
    run: (command, tasks) => sendCommand(client, command, tasks, told),
    runTogether: (given) => {
      const batch = crypto.randomUUID();
      for (const { command, tasks } of given)
        if (tasks.length > 0) sendCommand(client, command, tasks, { ...told, batch });
      return batch;
    },
  };
}

export interface Undo {
  /** A step, by its own id or that of its command: for all of its tasks, or for one. */
  undo(stepId: string, taskId?: string): void;
  /** Takes back the newest step that can be; nothing when there is none. */
  undoLast(): void;
  /** What this rep did and has not taken back, newest first: in this tab, in others, before the page was loaded. */
  steps: readonly Step[];
}

/**
 * Takes steps back while they are held; when it is too late the refusal says so. The cards are drawn back at once, but only
 * `onUndone` says that it is so, with the tasks that are back; without it `useUndone` does.
 */
export function useUndo({ onRefused, onUndone }: Options & { onUndone?: (step: Step) => void } = {}): Undo {
  const client = useQueryClient();
  const ledger = useLedger();
  const { data: recent = [] } = useQuery({ ...recentQuery(), enabled: false });
  const undo = (stepId: string, taskId?: string) => {
    const step = readSteps(client).find(({ commandId }) => commandId === stepId);
    const wanted = step?.tasks.filter(({ id }) => taskId === undefined || id === taskId) ?? [];
    const seen = findCommands(client, stepId).flatMap(({ tasks }) => tasks);
    const tasks = wanted.flatMap(
      ({ id }) => seen.find((one) => one.id === id) ?? cachedTask(client, id) ?? [],
    );
    sendUndo(client, stepId, tasks, {
      taskId,
      onRefused,
      onUndone: step && ((tooLate) => (onUndone ?? tellUndone)(takenBack(step, wanted, tooLate))),
    });
  };
  const undoLast = () => {
    const newest = readSteps(client).find(canUndo);
    if (newest) undo(newest.commandId);
  };
  return { undo, undoLast, steps: stepsOf(ledger, recent) };
}

function readSteps(client: QueryClient): Step[] {
  return stepsOf(readLedger(client), client.getQueryData(recentQuery().queryKey) ?? []);
}

function takenBack(step: Step, wanted: Step['tasks'], tooLate: ReadonlySet<string>): Step {
  const tasks = wanted.filter(({ id }) => !tooLate.has(id));
  // A step for very many names only some of them.
  const count = wanted.length === step.tasks.length ? step.count : wanted.length;
  return { ...step, tasks, count: count - tooLate.size, tooLate: tooLate.size };
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

/**
 * Creates a task; its error carries `fields`. Sending the same `id` again after an error creates nothing twice. With `leave` it does
 * not wait for a server that does not answer: the task is kept here until it is created, and the results are empty.
 */
export function useCreateTask({ leave = false } = {}): UseMutationResult<
  CreateResults,
  ApiError,
  NewTask | NewTaskInput
> {
  const client = useQueryClient();
  const leaveIt = (body: NewTask | NewTaskInput, attempted: boolean): CreateResults => {
    leaveCreate(client, body, attempted);
    return { results: [] };
  };
  return useMutation<CreateResults, ApiError, NewTask | NewTaskInput>({
    mutationKey: ['create'],
    networkMode: 'always',
    retry: (failures, error) => error instanceof ApiError && error.passing && failures < 2,
    mutationFn: async (body) => {
      if (leave && isLineDown()) return leaveIt(body, false);
      try {
        return await askToCreate(body);
      } catch (error) {
        if (leave && error instanceof ApiError && error.kind === 'offline') return leaveIt(body, true);
        throw error;
      }
    },
    onSuccess: async () => await taskCreated(client),
  });
}
