import { clsx } from 'clsx';
import { CircleArrowOutUpRight, CircleQuestionMark, Clock, Pin, type LucideIcon } from 'lucide-react';

import type { Task } from '#contract/task';

import type { DrawnTask } from '../pending';
import { followsClock, taskState, type TaskState } from '../task-state';
import { useNow } from '../use-now';
import { NarrowWord } from './narrow-word';

const looks = {
  asking: 'bg-accent-soft text-accent-text',
  held: 'bg-accent-soft text-accent-text',
  waiting: 'bg-today-soft text-today',
  sending: 'bg-accent-soft text-accent-text',
  failed: 'bg-overdue-soft text-overdue',
  checking: 'bg-today-soft text-today',
  elsewhere: 'bg-ignored-soft text-ignored',
  board: 'bg-ignored-soft text-ignored',
} as const;

/** The long words; the others are short enough for every card. */
const icons: Partial<Record<TaskState['kind'], LucideIcon>> = {
  asking: CircleQuestionMark,
  waiting: Clock,
  elsewhere: CircleArrowOutUpRight,
  board: Pin,
};

/** The word that a card bears when it is not simply saved; nothing when it is. */
export function StateWord({ task }: { task: DrawnTask }) {
  return followsClock(task) ? <CountedWord task={task} /> : <Word task={task} state={taskState(task, 0)} />;
}

/** Only a card whose word runs with the clock follows it. */
function CountedWord({ task }: { task: DrawnTask }) {
  return <Word task={task} state={taskState(task, useNow())} />;
}

function Word({ task, state }: { task: Task; state: TaskState | null }) {
  if (state === null) return null;
  const icon = icons[state.kind];
  return (
    <span
      className={clsx(
        'tabular flex h-5 items-center rounded-control px-1.5 text-meta font-medium',
        // Beside the buttons that stand on the line while the card is pointed at.
        icon ? 'min-w-6 group-hover:max-w-26' : 'shrink-0',
        looks[state.kind],
      )}
      data-tip={state.hint ?? (state.kind === 'failed' ? failureWords(task) : undefined) ?? hints[state.kind]}
    >
      {icon ? <NarrowWord icon={icon}>{state.word}</NarrowWord> : state.word}
    </span>
  );
}

const hints = {
  asking: 'Nothing is sent before you say how the call ended.',
  held: 'Not sent yet. It can still be undone.',
  waiting: 'It will be sent as soon as the vendor takes it.',
  sending: 'On its way to the vendor.',
  failed: 'The vendor did not take it.',
  checking: 'The answer was lost. Looking at the vendor’s list before anything is sent again.',
  elsewhere: 'Closed at the vendor, not on this board.',
  board: 'Kept on this board alone.',
} as const;

/** Why the vendor refused, when it did. */
function failureWords(task: Task): string | undefined {
  return task.commands.find((command) => command.state === 'failed')?.failure?.message;
}
