import { vendorRules } from '#contract/vendors';

import { currentZone } from '../../clock/clock';
import { priorityNames } from '../../face/priority-mark';
import type { DraftCommand } from '../../pending';
import { moveFor, type Movable, type MoveTarget } from '../moves';
import { untilAs } from '../snooze-times';
import type { BulkAction } from './bulk-action';

/** Of a task, what decides about what is done to many. */
export type Subject = Movable;

/** What an action would do to one task; `left`: nothing, with the end of a sentence that says why. */
export type Verdict =
  | { kind: 'command'; command: DraftCommand }
  | { kind: 'call'; outcomes: readonly string[] }
  | { kind: 'undo'; commandId: string }
  | { kind: 'date' }
  | { kind: 'person' }
  | { kind: 'left'; why: string };

export function verdictOf(task: Subject, action: BulkAction, now: Date): Verdict {
  if (action.kind === 'move') return moveVerdict(task, action.target, now);
  if (task.status !== 'pending') return left(`already ${task.status}`);
  const { label, edit, due, priorities } = vendorRules[task.vendor];
  switch (action.kind) {
    case 'until': {
      if (!edit.includes('due')) return left(`at ${label}, where the due cannot be changed`);
      const until = untilAs(action.until, { due: task.due, kinds: due.kinds }, currentZone());
      return { kind: 'command', command: { kind: 'snooze', until } };
    }
    case 'priority': {
      const { priority } = action;
      if (!edit.includes('priority')) return left(`at ${label}, where the priority cannot be set`);
      if (!priorities.includes(priority))
        return left(`at ${label}, which does not know “${priorityNames[priority]}”`);
      return { kind: 'command', command: { kind: 'edit', changes: { priority } } };
    }
  }
}

function moveVerdict(task: Subject, target: MoveTarget, now: Date): Verdict {
  const move = moveFor(task, target, now, currentZone());
  switch (move.kind) {
    case 'command':
      return { kind: 'command', command: move.command };
    case 'ask-outcome':
      return { kind: 'call', outcomes: move.outcomes };
    case 'ask-date':
      return { kind: 'date' };
    case 'ask-assignee':
      return { kind: 'person' };
    case 'undo':
      return { kind: 'undo', commandId: move.commandId };
    case 'none':
      if (target.kind === 'assign' && target.person !== 'ask')
        return left(`already with ${target.person.name}`);
      return left(whyNot(task, target));
    case 'refused':
      return left(whyNot(task, target));
  }
}

function whyNot({ status, vendor, due }: Subject, target: MoveTarget): string {
  const { label, edit, due: rule } = vendorRules[vendor];
  if (target.kind === 'column' && target.status === 'pending' && status !== 'pending')
    return `at ${label}, which has no way back`;
  if (status !== 'pending' || target.kind === 'column') return `already ${status}`;
  if (target.kind === 'assign') return whyNotTo(target.person, edit.includes('assigneeId'), label);
  if (!edit.includes('due')) return `at ${label}, where the due cannot be changed`;
  if (!rule.kinds.includes('instant')) return `at ${label}, which knows days, not times`;
  return due?.kind === 'date' && rule.kinds.includes('date')
    ? 'due on a day without a time'
    : 'not to be put off within today, which is nearly over';
}

function whyNotTo(
  person: Extract<MoveTarget, { kind: 'assign' }>['person'],
  can: boolean,
  label: string,
): string {
  if (!can || person === 'ask') return `at ${label}, where the assignee cannot be set`;
  return `at ${label}, where ${person.name} is not in the team`;
}

function left(why: string): Verdict {
  return { kind: 'left', why };
}
