import type { CommandKind } from '#contract/command';
import type { OpenCommand } from '#contract/task';

import { secondsLeft } from '../../tasks/task-state';

const verbs: Record<CommandKind, { doing: string; done: string }> = {
  create: { doing: 'Creating', done: 'Created' },
  edit: { doing: 'Changing', done: 'Changed' },
  complete: { doing: 'Completing', done: 'Completed' },
  ignore: { doing: 'Ignoring', done: 'Ignored' },
  reopen: { doing: 'Reopening', done: 'Reopened' },
  snooze: { doing: 'Snoozing', done: 'Snoozed' },
};

export function doingWord(kind: CommandKind): string {
  return verbs[kind].doing;
}

export function doneWord(kind: CommandKind): string {
  return verbs[kind].done;
}

/** Of a command that failed. */
export function notDoneWord(kind: CommandKind): string {
  return `Not ${doneWord(kind).toLowerCase()}`;
}

/** What a held command waits for; `now` in milliseconds. */
export function heldWords(
  { kind, createdAt, holdUntil, payload, failure }: OpenCommand,
  label: string,
  outbound: boolean,
  now: number,
): string {
  const left = secondsLeft({ createdAt, holdUntil }, now);
  if (payload['local'] === true)
    return left <= 0
      ? `${doingWord(kind)}, on this board only.`
      : `${doingWord(kind)}, on this board only, in ${left} s.`;
  if (left <= 0) {
    const reason = failure === null ? '' : ` ${failure.message}`;
    return `${doingWord(kind)}: waiting until ${label} takes it.${reason}`;
  }
  const may = kind === 'complete' && outbound ? ` Then ${label} may send a message.` : '';
  const outcome = typeof payload['outcome'] === 'string' ? ` as “${payload['outcome']}”` : '';
  return `${doingWord(kind)}${outcome}: goes to ${label} in ${left} s.${may}`;
}
