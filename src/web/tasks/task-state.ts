import type { OpenCommand } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { isLineDown } from '../api/line';
import type { DrawnTask } from './pending';

export interface TaskState {
  kind: 'asking' | 'held' | 'waiting' | 'sending' | 'failed' | 'checking' | 'elsewhere' | 'board';
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

/**
 * The word for a task that is not simply saved, of several the most urgent; null when there is nothing to say. `now` in
 * milliseconds; `away`: nobody tells what became of it meanwhile.
 */
export function taskState(task: DrawnTask, now: number, away = isLineDown()): TaskState | null {
  if (task.asking) return { kind: 'asking', word: 'how did it end?' };
  const command = urgency.flatMap((state) => task.commands.findLast((each) => each.state === state) ?? [])[0];
  if (command?.state !== 'failed' && task.unsavedSince !== undefined)
    return unsaved(task, task.unsavedSince, now);
  const { label } = vendorRules[task.vendor];
  if (command) {
    const state = commandWord(command, now);
    return away && command.state === 'held' && state?.kind === 'waiting' ? notKnown(command, label) : state;
  }
  if (task.closedElsewhere)
    return { kind: 'elsewhere', word: `closed at ${label}`, hint: `Closed at ${label}, not on this board.` };
  if (!task.boardOnly) return null;
  const hint = `${label} knows no such status; it is kept on this board alone.`;
  return { kind: 'board', word: 'board only', hint };
}

/** Whether the word changes by itself with the time. */
export function followsClock({ unsavedSince, commands }: DrawnTask): boolean {
  return (
    unsavedSince !== undefined || commands.some(({ state, doubt }) => state === 'held' || doubt !== undefined)
  );
}

const decideHint = 'The answer was lost and the list does not tell. Open the task to say what became of it.';

/** Whether a command's lost answer has to be made up for by a rep by now. `now` in milliseconds. */
export function asksRep({ doubt }: OpenCommand, now: number): boolean {
  return doubt !== undefined && !doubt.joining && now >= Date.parse(doubt.askFrom);
}

/** The whole seconds that are left of a hold, the same wherever they are counted; 0 when it is over. `now` in milliseconds. */
export function secondsLeft(hold: Pick<OpenCommand, 'createdAt' | 'holdUntil'>, now: number): number {
  const until = Date.parse(hold.holdUntil);
  // The clock ticks in whole seconds: right after the start it would tell one second more than there ever were.
  const whole = Math.ceil((until - Date.parse(hold.createdAt)) / 1000);
  return Math.max(0, Math.min(Math.ceil((until - now) / 1000), whole));
}

const waits: Record<NonNullable<DrawnTask['waitsFor']>, TaskState> = {
  line: {
    kind: 'waiting',
    word: 'waiting for the line',
    hint: 'Outboard does not answer. The change waits here and is sent when it does.',
  },
  server: {
    kind: 'failed',
    word: 'not taken yet',
    hint: 'Outboard could not take the change. It waits here and is tried again every minute.',
  },
};

const undoWaits: TaskState = {
  kind: 'waiting',
  word: 'undo waits',
  hint: 'The undo waits for the line. Where Outboard has the change already, the tool may get that before the undo.',
};

function unsaved({ waitsFor, undoing }: DrawnTask, since: number, now: number): TaskState {
  if (undoing && waitsFor === 'line') return undoWaits;
  if (waitsFor) return waits[waitsFor];
  return now - since < unsavedAfterMs
    ? { kind: 'held', word: 'held' }
    : {
        kind: 'waiting',
        word: 'not saved yet',
        hint: 'Outboard has not taken it yet. It is sent again until it does.',
      };
}

function commandWord(command: OpenCommand, now: number): TaskState | null {
  const { id: commandId, state, holdUntil, failure } = command;
  switch (state) {
    case 'failed':
      return { kind: 'failed', word: 'failed', commandId };
    case 'uncertain':
      return asksRep(command, now)
        ? { kind: 'checking', word: 'checking · decide', commandId, hint: decideHint }
        : { kind: 'checking', word: 'checking', commandId };
    case 'sending':
      return { kind: 'sending', word: 'sending', commandId };
    case 'held': {
      const until = Date.parse(holdUntil);
      const left = secondsLeft(command, now);
      return left > 0
        ? { kind: 'held', word: `held ${left} s`, commandId, until }
        : {
            kind: 'waiting',
            word: 'waiting',
            commandId,
            ...(failure && { hint: waitingHint(failure.message) }),
          };
    }
    case 'sent':
    case 'cancelled':
      return null;
  }
}

/** The hold ended while nobody answered. */
function notKnown({ id: commandId }: OpenCommand, label: string): TaskState {
  const hint = `Outboard does not answer. ${label} may have the change by now.`;
  return { kind: 'waiting', word: 'not known', commandId, hint };
}

function waitingHint(reason: string): string {
  return `${reason} The change is kept and goes out by itself after that.`;
}
