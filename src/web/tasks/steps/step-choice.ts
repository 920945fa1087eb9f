import type { CommandKind } from '#contract/command';
import type { RecentStep } from '#contract/recent';
import { vendorRules } from '#contract/vendors';

export type StepEnd = RecentStep['tasks'][number];

/** What can be done about a step on a task: take it back, or what comes instead of that; null: nothing. */
export type Way = 'undo' | 'reopen' | 'copy' | 'open' | null;

export type Choice = {
  /** Where it stands and why, a sentence. */
  words: string;
  way: Way;
};

/** What is so by now, and the honest choice: the vendor's own row of `vendorRules` decides. */
export function choiceOf(kind: CommandKind, end: StepEnd): Choice {
  const { label } = vendorRules[end.task.vendor];
  switch (end.state) {
    case 'held':
      return { words: `${label} has not heard of it.`, way: 'undo' };
    case 'sending':
      return { words: `On its way to ${label}.`, way: null };
    case 'uncertain':
      return { words: `The answer was lost, checking at ${label}.`, way: 'open' };
    case 'failed':
      return { words: `Not sent. ${end.failure ?? `${label} refused it.`}`, way: end.gone ? null : 'open' };
    case 'cancelled':
      return { words: 'Undone.', way: null };
    case 'sent':
      return sentChoice(kind, end);
  }
}

function sentChoice(kind: CommandKind, { task, gone }: StepEnd): Choice {
  const { label, complete } = vendorRules[task.vendor];
  const has = `${label} has it`;
  if (gone) return { words: `${has}. The task is no longer on the board.`, way: null };
  const closing = kind === 'complete' || kind === 'ignore';
  if (closing && task.status === 'pending') return { words: 'The task is open again by now.', way: null };
  if (closing && task.boardOnly) return { words: `Kept on this board only, not at ${label}.`, way: 'reopen' };
  if (kind === 'complete' && complete === 'reversible')
    return { words: `${has} and can reopen it.`, way: 'reopen' };
  if (closing) return { words: `${has} and has no way back.`, way: 'copy' };
  if (kind === 'create') return { words: `${has}. Ignore the task if it is not wanted.`, way: 'open' };
  if (kind === 'reopen') return { words: `${has}. Close the task again if it was wrong.`, way: 'open' };
  return { words: `${has}. It can be changed back in the task.`, way: 'open' };
}
