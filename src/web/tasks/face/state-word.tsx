import { clsx } from 'clsx';

import type { Task } from '#contract/task';

import { taskState } from '../task-state';
import { useNow } from '../use-now';

const looks = {
  held: 'bg-accent-soft text-accent-text',
  waiting: 'bg-today-soft text-today',
  sending: 'bg-accent-soft text-accent-text',
  failed: 'bg-overdue-soft text-overdue',
  checking: 'bg-today-soft text-today',
  elsewhere: 'bg-ignored-soft text-ignored',
} as const;

/** The word that a card bears when it is not simply saved; nothing when it is. */
export function StateWord({ task }: { task: Task }) {
  // Only a card with something under way follows the clock.
  return task.commands.length > 0 || task.closedElsewhere ? <Word task={task} /> : null;
}

function Word({ task }: { task: Task }) {
  const state = taskState(task, useNow());
  if (state === null) return null;
  return (
    <span
      className={clsx('tabular shrink-0 rounded-control px-1.5 text-meta font-medium', looks[state.kind])}
      data-tip={failureWords(task) ?? hints[state.kind]}
    >
      {state.word}
    </span>
  );
}

const hints = {
  held: 'Not sent yet. It can still be undone.',
  waiting: 'It will be sent as soon as the vendor takes it.',
  sending: 'On its way to the vendor.',
  failed: 'The vendor did not take it.',
  checking: 'The answer was lost. Looking at the vendor’s list before anything is sent again.',
  elsewhere: 'Closed at the vendor, not on this board.',
} as const;

/** Why the vendor refused, when it did. */
function failureWords(task: Task): string | undefined {
  return task.commands.find((command) => command.state === 'failed')?.failure?.message;
}
