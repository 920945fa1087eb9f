import type { CommandResults, CreateResults } from '#contract/command-result';
import { commandResults, createResults } from '#contract/command-result';

import { ApiError, request } from '../../api/client';
import type { WaitingCall } from './outbox/waiting-entry';

type CommandCall = Exclude<WaitingCall, { kind: 'create' }>;

/**
 * Puts a change to the server, once.
 * @throws ApiError with words for a person.
 */
export async function askServer(call: CommandCall): Promise<CommandResults> {
  switch (call.kind) {
    case 'command':
      return await request(commandResults, '/api/commands', { method: 'POST', body: call.body });
    case 'retry': {
      const path = `/api/commands/${call.commandId}/retry`;
      return await request(commandResults, path, { method: 'POST', query: scope(call.taskId) });
    }
    case 'dismiss':
      return await withdraw(call.commandId, call.taskId);
    case 'undo':
      return await withdraw(call.commandId, call.taskId).catch((error: unknown) => {
        const neverArrived = error instanceof ApiError && error.status === 404;
        if (call.unsure && neverArrived) return { results: [] };
        throw error;
      });
  }
}

/** Creates a task. The same id again makes none. */
export async function askToCreate(body: object): Promise<CreateResults> {
  return await request(createResults, '/api/tasks', { method: 'POST', body });
}

function withdraw(commandId: string, taskId?: string): Promise<CommandResults> {
  return request(commandResults, `/api/commands/${commandId}`, { method: 'DELETE', query: scope(taskId) });
}

function scope(taskId: string | undefined): URLSearchParams {
  return new URLSearchParams(taskId === undefined ? {} : { task: taskId });
}
