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
      return late(end, { words: `On its way to ${label}.`, way: null });
    case 'uncertain':
      return late(end, { words: `The answer was lost, checking at ${label}.`, way: 'open' });
    case 'failed': {
      const why = end.failure ?? `${label} refused it.`;
      return { words: end.denied ? why : `Not sent. ${why}`, way: end.gone ? null : 'open' };
    }
    case 'cancelled':
      return { words: undoneWords(end), way: null };
    case 'sent':
      return late(end, sentChoice(kind, end));
  }
}

/** What was asked back too late says so, before what is so now. */
function late({ lateUndo, state, task }: StepEnd, { words, way }: Choice): Choice {
  if (lateUndo === null) return { words, way };
  const { label } = vendorRules[task.vendor];
  if (state !== 'sent' || task.boardOnly) return { words: `Undo came too late. ${words}`, way };
  const has = `${label} has it`;
  const rest = words.startsWith(has) ? words.slice(has.length) : `. ${words}`;
  return { words: `Undo came too late: ${label} had it by then${rest}`, way };
}

function undoneWords({ undoneBy, failure }: StepEnd): string {
  const by = undoneBy === null ? '' : ` by ${undoneBy.who ?? 'another rep'}`;
  return failure === null ? `Undone${by}.` : `Discarded${by}. ${failure}`;
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
