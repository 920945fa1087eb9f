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

/** What a held command waits for; `now` in milliseconds. */
export function heldWords(
  { kind, createdAt, holdUntil }: OpenCommand,
  label: string,
  outbound: boolean,
  now: number,
): string {
  const left = secondsLeft({ createdAt, holdUntil }, now);
  if (left <= 0) return `${doing[kind]}: waiting until ${label} takes it.`;
  const may = kind === 'complete' && outbound ? ` Then ${label} may send a message.` : '';
  return `${doing[kind]}: goes to ${label} in ${left} s.${may}`;
}
