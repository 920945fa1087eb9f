import { AlarmClock, CalendarDays } from 'lucide-react';

import type { Task } from '#contract/task';

import { MenuItem } from '../../ui/menu';
import { useClock } from '../clock/use-clock';
import { dayAndTimeWords } from '../face/due-words';
import { useNow } from '../use-now';
import { moveFor, snoozeChoices, type MoveTarget } from './moves';
import { snoozeNames } from './snooze-times';

type Props = { task: Task; onChoose: (target: MoveTarget) => void };

/** The moments to which a task can be put off, each with its day and time, and the way to another one. */
export function SnoozeItems({ task, onChoose }: Props) {
  const clock = useClock();
  const now = new Date(useNow(60_000));
  const picking = moveFor(task, { kind: 'snooze', snooze: 'pick' }, now, clock.zone);
  const choices = snoozeChoices(task, now, clock.zone);
  return (
    <>
      {choices.map(({ snooze, move }, index) => (
        <MenuItem
          key={snooze}
          digit={index + 1}
          icon={<AlarmClock size={16} />}
          refusal={move.kind === 'refused' ? move.reason : undefined}
          onSelect={() => onChoose({ kind: 'snooze', snooze })}
          {...(move.kind === 'command' && move.command.kind === 'snooze'
            ? { note: dayAndTimeWords(move.command.until, clock) }
            : {})}
        >
          {snoozeNames[snooze]}
        </MenuItem>
      ))}
      {picking.kind === 'ask-date' && (
        <MenuItem
          digit={choices.length + 1}
          icon={<CalendarDays size={16} />}
          onSelect={() => onChoose({ kind: 'snooze', snooze: 'pick' })}
        >
          Pick a date…
        </MenuItem>
      )}
    </>
  );
}
