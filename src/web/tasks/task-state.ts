import type { OpenCommand } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import type { DrawnTask } from './pending';

export interface TaskState {
  kind: 'held' | 'waiting' | 'sending' | 'failed' | 'checking' | 'elsewhere';
  /** What the card says. */
  word: string;
  /** What the word means, where the kind alone does not tell. */
  hint?: string;
  commandId?: string;
  /** The end of the hold, in milliseconds. */
  until?: number;
}

/** An answer normally comes sooner; only after this long the card says that the change is not saved. */
const unsavedAfterMs = 1500;

const urgency: readonly OpenCommand['state'][] = ['failed', 'uncertain', 'sending', 'held'];

/** The word for a task that is not simply saved, of several the most urgent; null when there is nothing to say. `now` in milliseconds. */
export function taskState(task: DrawnTask, now: number): TaskState | null {
  const command = urgency.flatMap((state) => task.commands.findLast((each) => each.state === state) ?? [])[0];
  if (command?.state !== 'failed' && task.unsavedSince !== undefined) return unsaved(task.unsavedSince, now);
  if (command) return commandWord(command, now);
  return task.closedElsewhere
    ? { kind: 'elsewhere', word: `closed at ${vendorRules[task.vendor].label}` }
    : null;
}

function unsaved(since: number, now: number): TaskState {
  return now - since < unsavedAfterMs
    ? { kind: 'held', word: 'held' }
    : {
        kind: 'waiting',
        word: 'not saved yet',
        hint: 'Outboard has not taken it yet. It is sent again until it does.',
      };
}

function commandWord(
  { id: commandId, state, holdUntil, createdAt }: OpenCommand,
  now: number,
): TaskState | null {
  switch (state) {
    case 'failed':
      return { kind: 'failed', word: 'failed', commandId };
    case 'uncertain':
      return { kind: 'checking', word: 'checking', commandId };
    case 'sending':
      return { kind: 'sending', word: 'sending', commandId };
    case 'held': {
      const until = Date.parse(holdUntil);
      // The clock ticks in whole seconds: right after the start it would tell one second more than there ever were.
      const left = Math.min(
        Math.ceil((until - now) / 1000),
        Math.ceil((until - Date.parse(createdAt)) / 1000),
      );
      return left > 0
        ? { kind: 'held', word: `held ${left} s`, commandId, until }
        : { kind: 'waiting', word: 'waiting', commandId };
    }
    case 'sent':
    case 'cancelled':
      return null;
  }
}
