import {
  AlarmClock,
  Ban,
  CalendarDays,
  Check,
  Columns3,
  Flag,
  SquareCheck,
  Undo2,
  UserRound,
  X,
} from 'lucide-react';

import type { Entry } from '../../../features/palette/entry';
import { currentClock } from '../../../tasks/clock/clock';
import { dayAndTimeWords } from '../../../tasks/face/due-words';
import type { BulkWish } from '../../../tasks/moves/bulk/selected';
import { sumUp, type Counted } from '../../../tasks/moves/bulk/sum-up';
import type { MoveTarget } from '../../../tasks/moves/moves';
import { snoozeKinds, snoozeNames } from '../../../tasks/moves/snooze-times';

export type SelectedNow = {
  counted: readonly Counted[];
  /** They are not at hand one by one, so nothing can be asked about them. */
  unnamed: boolean;
  /** How many the selection can be widened to; null when it cannot. */
  offer: number | null;
};

export type SelectionWays = {
  onWish: (wish: BulkWish) => void;
  onWiden: () => void;
  onClear: () => void;
};

const size = 16;

/** All that can be done with what is selected; each says for how many of them. */
export function selectionEntries(selected: SelectedNow, now: Date, ways: SelectionWays): Entry[] {
  const { onWish, onWiden, onClear } = ways;
  const ask = (kind: Exclude<BulkWish['kind'], 'drop'>) => () => onWish({ kind });
  const widen =
    selected.offer === null
      ? []
      : [
          entry('widen', `Select all ${selected.offer.toLocaleString()} that match`, {
            icon: <SquareCheck size={size} />,
            run: onWiden,
          }),
        ];
  return [
    ...moveEntries(selected, now, onWish),
    entry('assign', 'Assign to…', { icon: <UserRound size={size} />, run: ask('assign'), shortcut: 'A' }),
    entry('priority', 'Priority…', { icon: <Flag size={size} />, run: ask('priority') }),
    entry('move', 'Move to…', { icon: <Columns3 size={size} />, run: ask('move'), shortcut: 'M' }),
    ...widen,
    entry('clear', 'Select nothing', { icon: <X size={size} />, run: onClear, shortcut: 'Esc' }),
  ];
}

function moveEntries(selected: SelectedNow, now: Date, onWish: SelectionWays['onWish']): Entry[] {
  const one = (id: string, name: (verb: string) => string, target: MoveTarget, does: Does): Entry[] => {
    const { able, total, until } = sumUp(selected.counted, { kind: 'move', target }, now, selected.unnamed);
    if (able === 0) return [];
    const made = entry(
      id,
      name(able === total ? '' : ` ${able.toLocaleString()} of ${total.toLocaleString()}`),
      does,
    );
    return [until === null ? made : { ...made, note: dayAndTimeWords(until, currentClock()) }];
  };
  const snooze = (kind: (typeof snoozeKinds)[number] | 'pick') => {
    const target = { kind: 'snooze', snooze: kind } as const;
    const when = kind === 'pick' ? 'pick a date…' : snoozeNames[kind];
    const icon = kind === 'pick' ? <CalendarDays size={size} /> : <AlarmClock size={size} />;
    const run = () => onWish({ kind: 'drop', target });
    return one(`snooze-${kind}`, (of) => `Snooze${of}: ${when}`, target, { icon, run });
  };
  const column = (status: 'pending' | 'completed' | 'ignored'): MoveTarget => ({ kind: 'column', status });
  return [
    ...one('complete', (of) => `Complete${of}`, column('completed'), {
      icon: <Check size={size} />,
      run: () => onWish({ kind: 'complete' }),
      shortcut: 'E',
    }),
    ...one('ignore', (of) => `Ignore${of}`, column('ignored'), {
      icon: <Ban size={size} />,
      run: () => onWish({ kind: 'ignore' }),
      shortcut: 'I',
    }),
    ...one('reopen', (of) => `Reopen${of}`, column('pending'), {
      icon: <Undo2 size={size} />,
      run: () => onWish({ kind: 'reopen' }),
      shortcut: 'R',
    }),
    ...snoozeKinds.flatMap(snooze),
    ...snooze('pick'),
  ];
}

type Does = Pick<Entry, 'icon' | 'run'> & { shortcut?: string };

function entry(id: string, name: string, does: Does): Entry {
  return { id: `selected:${id}`, name, ...does };
}
