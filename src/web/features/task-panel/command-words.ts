import type { CommandKind } from '#contract/command';
import type { OpenCommand } from '#contract/task';

import { secondsLeft } from '../../tasks/task-state';

const doing: Record<CommandKind, string> = {
  create: 'Creating',
  edit: 'Changing',
  complete: 'Completing',
  ignore: 'Ignoring',
  reopen: 'Reopening',
  snooze: 'Snoozing',
};

export function doingWord(kind: CommandKind): string {
  return doing[kind];
}

const notDone: Record<CommandKind, string> = {
  create: 'Not created',
  edit: 'Not changed',
  complete: 'Not completed',
  ignore: 'Not ignored',
  reopen: 'Not reopened',
  snooze: 'Not snoozed',
};

/** Of a command that failed. */
export function notDoneWord(kind: CommandKind): string {
  return notDone[kind];
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
      ? `${doing[kind]}, on this board only.`
      : `${doing[kind]}, on this board only, in ${left} s.`;
  if (left <= 0) {
    const reason = failure === null ? '' : ` ${failure.message}`;
    return `${doing[kind]}: waiting until ${label} takes it.${reason}`;
  }
  const may = kind === 'complete' && outbound ? ` Then ${label} may send a message.` : '';
  const outcome = typeof payload['outcome'] === 'string' ? ` as “${payload['outcome']}”` : '';
  return `${doing[kind]}${outcome}: goes to ${label} in ${left} s.${may}`;
}
