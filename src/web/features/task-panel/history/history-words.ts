import type { CommandKind, CommandState } from '#contract/command';
import type { TaskHistory } from '#contract/command-result';
import type { Member } from '#contract/connection';
import { due } from '#contract/dates';
import { priority, vendorTaskType, type Vendor } from '#contract/vendors';

import { dueWords } from '../../../tasks/face/due-words';
import { priorityNames } from '../../../tasks/face/priority-mark';
import { vendorSays } from '../vendor-says';

type Item = TaskHistory['items'][number];
type Around = { vendor: Vendor; vendorLabel: string; members: readonly Member[]; now: Date; zone: string };

export type HistoryEntry = {
  id: string;
  /** What was done, in a tense that is true: "Completed" only when the vendor took it. */
  title: string;
  tone: 'done' | 'open' | 'failed' | 'undone';
  /** What the vendor made of it. */
  outcome: string;
  changes: { label: string; before: string; after: string }[];
};

const verbs: Record<CommandKind, { doing: string; done: string }> = {
  create: { doing: 'Creating', done: 'Created' },
  edit: { doing: 'Changing', done: 'Changed' },
  complete: { doing: 'Completing', done: 'Completed' },
  ignore: { doing: 'Ignoring', done: 'Ignored' },
  reopen: { doing: 'Reopening', done: 'Reopened' },
  snooze: { doing: 'Snoozing', done: 'Snoozed' },
};

const tones: Record<CommandState, HistoryEntry['tone']> = {
  held: 'open',
  sending: 'open',
  sent: 'done',
  failed: 'failed',
  uncertain: 'open',
  cancelled: 'undone',
};

const fieldLabels: Record<string, string> = {
  title: 'Title',
  text: 'Message',
  due: 'Due',
  priority: 'Priority',
  assigneeId: 'Assignee',
  type: 'Type',
  progress: 'Progress',
  media: 'Images and videos',
};

/** One line of the history in words. */
export function historyEntry(item: Item, around: Around): HistoryEntry {
  const verb = verbs[item.kind];
  return {
    id: item.id,
    title: item.state === 'sent' ? verb.done : verb.doing,
    tone: tones[item.state],
    outcome: isLocal(item) ? localWords(item) : outcomeWords(item, around.vendorLabel),
    changes: item.changes.flatMap(({ field, before, after }) => {
      const label = fieldLabels[field];
      if (label === undefined) return [];
      return [{ label, before: valueWords(field, before, around), after: valueWords(field, after, around) }];
    }),
  };
}

/** A step into or out of a status that this board alone keeps; the vendor is not asked. */
function isLocal({ kind, state, changes }: Item): boolean {
  return (
    (kind === 'ignore' || kind === 'reopen') &&
    (state === 'held' || state === 'sent' || state === 'cancelled') &&
    changes.some(({ field }) => field === 'boardOnly')
  );
}

function localWords({ state }: Item): string {
  return state === 'cancelled' ? 'undone' : 'on this board only';
}

function outcomeWords({ state, failure }: Item, vendorLabel: string): string {
  switch (state) {
    case 'held':
      return `not sent to ${vendorLabel} yet`;
    case 'sending':
      return `on its way to ${vendorLabel}`;
    case 'sent':
      return `${vendorLabel} has it`;
    case 'failed':
      return vendorSays(vendorLabel, failure?.message);
    case 'uncertain':
      return `the answer was lost, checking at ${vendorLabel}`;
    case 'cancelled':
      return `undone, ${vendorLabel} never heard of it`;
  }
}

function valueWords(field: string, value: unknown, { vendor, members, now, zone }: Around): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (field === 'due') {
    const parsed = due.safeParse(value);
    return parsed.success ? dueWords(parsed.data, now, zone).full : 'another date';
  }
  if (field === 'progress') return value === true ? 'in progress' : 'not begun';
  if (field === 'type' && typeof value === 'string') return vendorTaskType(vendor, value).label;
  if (field === 'priority') return priorityNames[priority.catch('none').parse(value)];
  if (field === 'assigneeId') return members.find(({ id }) => id === value)?.name ?? 'someone else';
  if (Array.isArray(value)) return value.length === 1 ? '1 link' : `${value.length} links`;
  return typeof value === 'string' ? value : 'another value';
}
