import type { CommandState } from '#contract/command';
import type { RecentStep } from '#contract/recent';
import { vendorRules } from '#contract/vendors';

import { choiceOf, type StepEnd, type Way } from '../../tasks/steps/step-choice';
import { nameList } from '../../tasks/steps/step-words';
import { secondsLeft } from '../../tasks/task-state';

/** Tasks of a step that stand alike, with the way that is left. */
export type Group = { words: string; way: Way; tone: Tone; ids: readonly string[] };
export type Tone = 'open' | 'done' | 'failed' | 'undone';

const tones: Record<CommandState, Tone> = {
  held: 'open',
  sending: 'open',
  uncertain: 'open',
  sent: 'done',
  failed: 'failed',
  cancelled: 'undone',
};

/**
 * Where a step stands, one line for all tasks that stand alike; `now` in milliseconds. `away`: nobody tells what became of
 * it meanwhile. `asked`: it was asked back, and there is no answer yet.
 */
export function groupsOf(step: RecentStep, now: number, away: boolean, asked = false): Group[] {
  const many = countOf(step) > 1;
  const alike = new Map<string, StepEnd[]>();
  for (const end of step.tasks) {
    const { words, way } = choiceOf(step.kind, end);
    const key = `${end.state} ${way} ${words}`;
    alike.set(key, [...(alike.get(key) ?? []), end]);
  }
  return [...alike.values()].flatMap((ends): Group[] => {
    const [first] = ends;
    if (first === undefined) return [];
    const { words, way } = wayFor(step, ends, first, { now, away, asked });
    const named = many ? `${whichWords(step, ends, first.state)}: ${words}` : words;
    return [{ words: named, way, tone: tones[first.state], ids: ends.map(({ task }) => task.id) }];
  });
}

/** How many tasks a step was for. */
export function countOf({ states }: RecentStep): number {
  return Object.values(states).reduce((sum, total) => sum + total, 0);
}

type Moment = { now: number; away: boolean; asked: boolean };

function wayFor(step: RecentStep, ends: readonly StepEnd[], first: StepEnd, moment: Moment) {
  const choice = choiceOf(step.kind, first);
  if (first.state === 'held' && moment.asked) return { words: askedWords(moment), way: null };
  if (first.state === 'held') return { words: heldWords(step, first, choice.words, moment), way: choice.way };
  // One form makes one copy; of several each is opened on its own.
  const single = choice.way === 'copy' || choice.way === 'open';
  return single && ends.length > 1 ? { ...choice, way: null } : choice;
}

function askedWords({ away }: Moment): string {
  return away ? 'Undo waits for the line.' : 'Being undone.';
}

function heldWords(
  { createdAt, holdUntil }: RecentStep,
  { task }: StepEnd,
  unheard: string,
  { now, away }: Moment,
): string {
  const left = secondsLeft({ createdAt, holdUntil }, now);
  if (left > 0) return `Can be undone, ${left} s left.`;
  if (!away) return `Waiting, can still be undone. ${unheard}`;
  return `Not known while Outboard does not answer: ${vendorRules[task.vendor].label} may have it by now.`;
}

/** "3 of 12, “Call Anna”, …": those that stand alike, by name. */
function whichWords(step: RecentStep, ends: readonly StepEnd[], state: CommandState): string {
  const all = countOf(step);
  const alone = ends.length === step.tasks.filter((end) => end.state === state).length;
  const total = alone ? (step.states[state] ?? ends.length) : ends.length;
  if (total === all)
    return nameList(
      ends.map(({ task }) => task),
      total,
    );
  return `${total} of ${all}, ${nameList(
    ends.map(({ task }) => task),
    total,
  )}`;
}

/** What undoing it leaves as it is, or takes along, because something came later on the same task; null: nothing did. */
export function laterWords(step: RecentStep, newer: readonly RecentStep[]): string | null {
  if ((step.states.held ?? 0) === 0) return null;
  const ids = new Set(step.tasks.flatMap(({ task, state }) => (state === 'held' ? [task.id] : [])));
  const touched = newer.some(({ tasks }) =>
    tasks.some(({ task, state }) => ids.has(task.id) && state !== 'cancelled' && state !== 'failed'),
  );
  if (!touched) return null;
  return step.kind === 'create'
    ? 'Undo takes what was done to it later back too.'
    : 'What was changed later on the same task stays.';
}
