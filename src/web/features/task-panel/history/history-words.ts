import type { CommandState } from '#contract/command';
import type { TaskHistory } from '#contract/command-result';

import { fieldLabels, valueWords, type Around } from '../../../tasks/face/value-words';
import { doingWord, doneWord, notDoneWord } from '../command-words';
import { vendorSays } from '../vendor-says';

type Item = TaskHistory['items'][number];

export type HistoryEntry = {
  id: string;
  /** What was done, in a tense that is true: "Completed" only when the vendor took it. */
  title: string;
  tone: 'done' | 'open' | 'failed' | 'undone';
  /** What the vendor made of it. */
  outcome: string;
  /** Who did it; null when that rep has not said who they are. */
  who: string | null;
  /** When it was settled and by what, "answered" or "undone"; null while it is not. */
  settled: { word: string; at: string } | null;
  /** What else came of it on its way, oldest first. */
  notes: { words: string; at: string }[];
  /** `before` is null where there was nothing yet to be changed. */
  changes: { label: string; before: string | null; after: string }[];
};

const tones: Record<CommandState, HistoryEntry['tone']> = {
  held: 'open',
  sending: 'open',
  sent: 'done',
  failed: 'failed',
  uncertain: 'open',
  cancelled: 'undone',
};

/** One line of the history in words. */
export function historyEntry(item: Item, around: Around): HistoryEntry {
  return {
    id: item.id,
    title: titleOf(item),
    tone: tones[item.state],
    who: item.who,
    settled: item.settledAt === null ? null : { word: settledWord(item), at: item.settledAt },
    notes: noteLines(item, around.vendorLabel),
    outcome: isLocal(item) ? localWords(item) : outcomeWords(item, around.vendorLabel),
    changes: changeLines(item.changes, around, item.kind === 'create'),
  };
}

function titleOf({ kind, state }: Item): string {
  if (state === 'failed') return notDoneWord(kind);
  return state === 'sent' ? doneWord(kind) : doingWord(kind);
}

/** What happened at the end: a change that never left was never answered. */
function settledWord(item: Item): string {
  const { state, failure, settledBy } = item;
  if (state === 'cancelled') return failure === null ? 'undone' : 'discarded';
  if (isLocal(item)) return 'done';
  if (settledBy === 'listing' || failure?.denied) return 'seen in the list';
  return settledBy === 'rep' ? 'said' : 'answered';
}

function noteLines(item: Item, vendorLabel: string): HistoryEntry['notes'] {
  const { refusals, lateUndo, state } = item;
  const notes = refusals.flatMap(({ message, at, who, againAt }) => [
    { words: `Refused. ${vendorSays(vendorLabel, message)}`, at },
    { words: `Tried again by ${nameOf(who)}`, at: againAt },
  ]);
  if (lateUndo === null || state === 'failed') return notes;
  const by = isLocal(item) ? 'it counted on this board by then' : `${vendorLabel} had it by then`;
  const then = state === 'sent' ? by : `it was on its way to ${vendorLabel}`;
  const words = `Undo by ${nameOf(lateUndo.who)} came too late: ${then}`;
  return [...notes, { words, at: lateUndo.at }];
}

/** Old and new of each field that the page knows, in words; of a new task what it began with. */
export function changeLines(
  changes: Item['changes'],
  around: Around,
  isNew = false,
): HistoryEntry['changes'] {
  return changes.flatMap(({ field, before, after }) => {
    const label = fieldLabels[field];
    if (label === undefined) return [];
    const old = isNew || field === 'outcome' ? null : valueWords(field, before, around);
    return [{ label, before: old, after: valueWords(field, after, around) }];
  });
}

/** A step into or out of a status that this board alone keeps; the vendor is not asked. */
function isLocal({ kind, state, changes }: Item): boolean {
  return (
    (kind === 'ignore' || kind === 'reopen') &&
    (state === 'held' || state === 'sent' || state === 'cancelled') &&
    changes.some(({ field, before, after }) => field === 'boardOnly' && before !== after)
  );
}

function localWords(item: Item): string {
  return item.state === 'cancelled' ? undoneBy(item) : 'on this board only';
}

function outcomeWords(item: Item, vendorLabel: string): string {
  const { state, failure, attempts } = item;
  switch (state) {
    case 'held':
      return attempts === 0
        ? `not sent to ${vendorLabel} yet`
        : `waiting to be sent again to ${vendorLabel}, after ${times(attempts)}`;
    case 'sending':
      return `on its way to ${vendorLabel}`;
    case 'sent':
      return sentWords(item, vendorLabel);
    case 'failed':
      return failedWords(failure, vendorLabel);
    case 'uncertain':
      return `the answer was lost, checking at ${vendorLabel}`;
    case 'cancelled':
      return failure === null
        ? `${undoneBy(item)}, ${vendorLabel} never heard of it`
        : `discarded${byOther(item)}. ${failedWords(failure, vendorLabel)}`;
  }
}

function undoneBy(item: Item): string {
  return `undone${byOther(item)}`;
}

function byOther({ undoneBy: other }: Item): string {
  return other === null ? '' : ` by ${other.who ?? 'another rep'}`;
}

function failedWords(failure: Item['failure'], vendorLabel: string): string {
  if (failure?.conflict) return `someone else changed the same at ${vendorLabel}`;
  return vendorSays(vendorLabel, failure?.message);
}

/** Who told that it was done: the vendor's own answer, its list, or a rep who looked there. */
function sentWords({ settledBy, decision, attempts }: Item, vendorLabel: string): string {
  const said = nameOf(decision?.who ?? null);
  if (settledBy === 'rep') return `the answer was lost, ${said} saw it at ${vendorLabel}`;
  if (settledBy === 'listing') return `the answer was lost, ${vendorLabel}’s list shows it`;
  if (decision?.as === 'again') return `${vendorLabel} has it, sent again on the word of ${said}`;
  return attempts > 1 ? `${vendorLabel} has it, after ${times(attempts)}` : `${vendorLabel} has it`;
}

function times(attempts: number): string {
  return attempts === 1 ? 'one attempt' : `${attempts} attempts`;
}

function nameOf(who: string | null): string {
  return who ?? 'a rep';
}
