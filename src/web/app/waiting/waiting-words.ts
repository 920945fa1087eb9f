import type { CommandKind } from '#contract/command';
import { dateIn } from '#contract/dates';

import type { Clock } from '../../tasks/clock/clock';
import { dayWords, timeWords } from '../../tasks/clock/clock-words';
import { personName, taskTitle } from '../../tasks/face/task-words';
import type { Waiting } from '../../tasks/ledger/outbox/outbox';
import type { WaitingCall } from '../../tasks/ledger/outbox/waiting-entry';
import type { BoardAge } from '../../tasks/live/board-age';

const verbs: Record<CommandKind, string> = {
  complete: 'Complete',
  ignore: 'Ignore',
  reopen: 'Reopen',
  snooze: 'Snooze',
  edit: 'Change',
  create: 'Create',
};

/** What a waiting change does: its verb and the tasks' names. */
export function changeWords({ entry }: Waiting): { verb: string; what: string } {
  if (entry === null) return { verb: 'A change', what: 'kept by another version of Outboard' };
  const { call } = entry;
  switch (call.kind) {
    case 'command':
      return { verb: verbs[call.body.kind], what: namesOf(call) };
    case 'undo':
      return { verb: 'Undo', what: namesOf(call) };
    case 'retry':
      return { verb: 'Try again', what: 'a change that failed' };
    case 'dismiss':
      return { verb: 'Dismiss', what: 'a change that failed' };
    case 'create':
      return { verb: 'Create', what: call.body.title?.trim() || 'a task' };
  }
}

/** What was typed, so that it can be copied when it is not accepted. */
export function typedWords({ entry }: Waiting): string[] {
  if (entry?.call.kind === 'create') return [entry.call.body.text ?? ''].filter(Boolean);
  if (entry?.call.kind !== 'command' || entry.call.body.kind !== 'edit') return [];
  const { title = '', text = '' } = entry.call.body.changes;
  return [title, text].filter(Boolean);
}

/** Why it is not on its way; null when it only waits its turn. */
export function troubleWords({ entry, stuck }: Waiting): string | null {
  if (entry === null) return 'It cannot be read here, so it is not sent.';
  if (entry.refused !== null) return `Not accepted: ${entry.refused}`;
  return stuck === null ? null : `Not taken yet: ${stuck}`;
}

/** "3 changes wait here and are sent when the line is back." */
export function waitWords(waiting: readonly Waiting[]): string {
  const one = waiting.length === 1;
  const words = `${one ? '1 change waits' : `${waiting.length} changes wait`} here and ${one ? 'is' : 'are'} sent when the line is back.`;
  // A browser that keeps nothing loses them with the page.
  return waiting.every(({ kept }) => kept !== false)
    ? words
    : `${words} Keep this page open: this browser could not store ${one ? 'it' : 'them'}.`;
}

/** Why the board may be old, and as of when it stands. `now` in milliseconds. */
export function ageWords({ why, asOf }: BoardAge, now: number, clock: Clock): string {
  const offline = why === 'offline';
  if (asOf === null) return offline ? 'Offline. Outboard does not answer.' : 'Catching up.';
  return `${offline ? 'Offline.' : 'Catching up.'} You see the board as it was ${momentWords(asOf, now, clock)}.`;
}

function momentWords(at: number, now: number, clock: Clock): string {
  const date = new Date(at);
  const time = timeWords(date, clock);
  if (dateIn(clock.zone, date) === dateIn(clock.zone, new Date(now))) return `at ${time}`;
  return `on ${dayWords(date, 'weekday-day', clock)} at ${time}`;
}

function namesOf({ tasks }: Extract<WaitingCall, { kind: 'command' | 'undo' }>): string {
  const [first] = tasks;
  if (!first) return 'the last change';
  if (tasks.length > 1) return `${tasks.length} tasks`;
  return [taskTitle(first), personName(first)].filter(Boolean).join(' · ');
}
