import type { RecentStep } from '#contract/recent';

import { deedWords, nameList } from '../../tasks/steps/step-words';

type News = { words: string; at: string };
type StepEnd = RecentStep['tasks'][number];

/**
 * What happened to this rep's changes since a moment (ISO text, null for ever) that somebody else brought about, oldest
 * first: another rep took one back, or a vendor's list shows that it was not done whatever was said.
 */
export function newsOf(steps: readonly RecentStep[], since: string | null): News[] {
  return steps
    .flatMap((step) => {
      const fresh = step.tasks.filter(({ settledAt }) => settledAt !== null && settledAt > (since ?? ''));
      return [takenBack(step, fresh), denied(fresh)].flatMap((news) => news ?? []);
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

function takenBack({ kind }: RecentStep, fresh: readonly StepEnd[]): News | null {
  const ends = fresh.filter(({ undoneBy, failure }) => undoneBy !== null && failure === null);
  const who = ends[0]?.undoneBy?.who ?? 'Another rep';
  return told(`${who} took back: ${deedWords(kind, tasksOf(ends))}.`, ends);
}

function denied(fresh: readonly StepEnd[]): News | null {
  const ends = fresh.filter((end) => end.denied);
  return told(`${nameList(tasksOf(ends))}: ${ends[0]?.failure ?? ''}`, ends);
}

const tasksOf = (ends: readonly StepEnd[]) => ends.map(({ task }) => task);

function told(words: string, ends: readonly StepEnd[]): News | null {
  const at = newest(ends);
  return at === null ? null : { words, at };
}

/** When the last of them was settled. */
export function newest(ends: readonly StepEnd[]): string | null {
  const times = ends.flatMap(({ settledAt }) => settledAt ?? []);
  return times.toSorted().at(-1) ?? null;
}
