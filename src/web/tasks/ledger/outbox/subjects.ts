import type { WaitingEntry } from './waiting-entry';

/** What a change is about, tasks and commands: changes that share any of it are sent in order. */
export function subjectsOf({ id, call }: WaitingEntry): readonly string[] {
  switch (call.kind) {
    case 'command':
      return [id, ...call.body.taskIds];
    case 'create':
      return [id];
    case 'undo':
      return [call.commandId, ...call.tasks.map((task) => task.id)];
    case 'retry':
    case 'dismiss':
      return call.taskId === undefined ? [call.commandId] : [call.commandId, call.taskId];
  }
}
