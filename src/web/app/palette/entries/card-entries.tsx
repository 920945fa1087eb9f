import {
  AlarmClock,
  Ban,
  CalendarDays,
  CalendarPlus,
  Check,
  CirclePause,
  CirclePlay,
  Copy,
  PanelRight,
  Pencil,
  SquareCheck,
  Undo2,
  UserRound,
} from 'lucide-react';

import type { Task } from '#contract/task';

import type { Entry } from '../../../features/palette/entry';
import { actionRules } from '../../../features/task-panel/action-rules';
import { currentClock, currentZone } from '../../../tasks/clock/clock';
import { dayAndTimeWords } from '../../../tasks/face/due-words';
import { moveFor, snoozeChoices, statusNames, type Move, type MoveTarget } from '../../../tasks/moves/moves';
import { snoozeNames } from '../../../tasks/moves/snooze-times';
import { personEntries, type PersonWays } from './person-entries';

export type CardWays = PersonWays & {
  onMove: (task: Task, target: MoveTarget) => void;
  onOpen: (taskId: string) => void;
  onEdit: (task: Task) => void;
  onCopy: (task: Task) => void;
  onFollowUp: (task: Task) => void;
  onProgress: (task: Task) => void;
  /** Null where the task has no card on the board. */
  onSelect: (() => void) | null;
  /** The same for everything in its column. */
  onSelectAll: () => void;
};

const size = 16;
const column = (status: Task['status']): MoveTarget => ({ kind: 'column', status });

export type CardNow = {
  now: Date;
  /** It is open in the panel. */
  isOpen: boolean;
  /** It is the one that the focus queue shows, which has keys of its own. */
  inFocus: boolean;
};

/** All that can be done with a task now; what its vendor refuses is not offered. */
export function cardEntries(task: Task, { now, isOpen, inFocus }: CardNow, ways: CardWays): Entry[] {
  const { onSelect } = ways;
  const rules = actionRules(task);
  const run = (way: 'onEdit' | 'onCopy' | 'onFollowUp' | 'onProgress') => () => ways[way](task);
  const all = [
    !isOpen &&
      entry(
        'open',
        'Open',
        <PanelRight size={size} />,
        () => ways.onOpen(task.id),
        inFocus ? undefined : 'Enter',
      ),
    rules.canEdit && entry('edit', 'Edit', <Pencil size={size} />, run('onEdit')),
    rules.canStart &&
      (task.progress
        ? entry('progress', 'Not in progress', <CirclePause size={size} />, run('onProgress'))
        : entry('progress', 'Start', <CirclePlay size={size} />, run('onProgress'))),
    onSelect !== null && entry('select', 'Select', <SquareCheck size={size} />, onSelect, 'X'),
    onSelect !== null &&
      entry(
        'select-all',
        `Select everything in ${statusNames[task.status]}`,
        <SquareCheck size={size} />,
        ways.onSelectAll,
        'Ctrl A',
      ),
    (rules.open || rules.canCopy) &&
      entry(
        'follow',
        'Follow-up for the same person',
        <CalendarPlus size={size} />,
        run('onFollowUp'),
        inFocus ? 'N' : undefined,
      ),
    rules.canCopy && entry('copy', 'Copy as a new task', <Copy size={size} />, run('onCopy')),
  ];
  return [
    ...moveEntries(task, now, ways),
    ...all.filter((one) => one !== false),
    ...personEntries(task, inFocus, ways),
  ];
}

function moveEntries(task: Task, now: Date, { onMove }: CardWays): Entry[] {
  const can = (target: MoveTarget) => isPossible(moveFor(task, target, now, currentZone()));
  const one = (id: string, name: string, icon: Entry['icon'], target: MoveTarget, shortcut?: string) =>
    can(target) ? [entry(id, name, icon, () => onMove(task, target), shortcut)] : [];
  if (task.status !== 'pending')
    return one('reopen', 'Reopen', <Undo2 size={size} />, column('pending'), 'R');
  const choices = snoozeChoices(task, now, currentZone()).flatMap(({ snooze, move }) => {
    if (!isPossible(move)) return [];
    const target = { kind: 'snooze', snooze } as const;
    const name = `Snooze: ${snoozeNames[snooze]}`;
    const made = entry(`snooze-${snooze}`, name, <AlarmClock size={size} />, () => onMove(task, target));
    const until = move.kind === 'command' && move.command.kind === 'snooze' ? move.command.until : null;
    return until === null ? made : { ...made, note: dayAndTimeWords(until, currentClock()) };
  });
  const pick = { kind: 'snooze', snooze: 'pick' } as const;
  return [
    ...one('complete', 'Complete', <Check size={size} />, column('completed'), 'E'),
    ...one('ignore', 'Ignore', <Ban size={size} />, column('ignored'), 'I'),
    ...choices,
    ...one('snooze-pick', 'Snooze: pick a date…', <CalendarDays size={size} />, pick),
    ...one('assign', 'Assign to…', <UserRound size={size} />, { kind: 'assign', person: 'ask' }, 'A'),
  ];
}

function entry(id: string, name: string, icon: Entry['icon'], run: () => void, shortcut?: string): Entry {
  return { id: `card:${id}`, name, icon, run, ...(shortcut === undefined ? {} : { shortcut }) };
}

function isPossible({ kind }: Move): boolean {
  return kind !== 'none' && kind !== 'refused';
}
