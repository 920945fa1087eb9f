import { useState } from 'react';

import type { Task } from '#contract/task';

import type { Refusal } from '../../ledger/refusals';
import { useCommand, useUndo } from '../../use-command';
import { assigneeQuestion } from '../assign/assignee-question';
import { rememberPerson } from '../assign/recent-people';
import { askOutcome } from '../outcome-question';
import { snoozeQuestion } from '../snooze-question';
import type { BulkAction } from './bulk-action';
import { matchingDraft } from './matching-draft';
import { planBulk, type BulkPlan } from './plan-bulk';
import type { Matching } from './selected';
import { useMatching } from './use-matching';

/** What was done to many last, to be followed until all of it is at the vendors. */
export type BulkRun = {
  /** The id of its step. */
  stepId: string;
  given: BulkPlan['given'];
  /** Tasks that Outboard did not take, with why. */
  refused: readonly { task: Task; why: string }[];
  /** For how many of the selected it did nothing and why, in words. */
  stayed: string | null;
};

/** The tasks at hand, and all that match when those are meant. */
export type Selected = { tasks: readonly Task[]; matching: Matching | null };

type Bulk = {
  /** Asks what is still to be asked, then does it; `onDone` once it is done, not when the rep gives it up. */
  act: (action: BulkAction, to: Selected, onDone: () => void) => void;
  run: BulkRun | null;
  matching: ReturnType<typeof useMatching>;
  /** Does the same once more to those that Outboard refused. */
  again: () => void;
  forget: () => void;
};

/** A command takes no more tasks at once. */
const mostAtOnce = 1000;

/** Does one thing to many tasks as one step, which can be taken back as one. */
export function useBulk(): Bulk {
  const [run, setRun] = useState<BulkRun | null>(null);
  const hear = ({ tasks, message }: Refusal) => {
    const refused = tasks.flatMap(({ task, message: why }) => (task ? [{ task, why: why || message }] : []));
    setRun((now) => now && { ...now, refused: [...now.refused, ...refused] });
  };
  const { runTogether } = useCommand({ onRefused: hear });
  const { undo } = useUndo();
  const matching = useMatching();

  const start = (given: BulkPlan['given'], stayed: string | null) => {
    const parts = given.flatMap(({ command, tasks }) =>
      inParts(tasks).map((part) => ({ command, tasks: part })),
    );
    if (parts.length === 0) return;
    matching.forget();
    setRun({ stepId: runTogether(parts), given, refused: [], stayed });
  };

  const act: Bulk['act'] = (action, to, onDone) => {
    const { tasks } = to;
    const plan = planNow(tasks, action);
    if (asksFirst(plan, to.matching?.total, (answered) => act(answered, to, onDone))) return;
    if (action.kind === 'move' && action.target.kind === 'assign' && action.target.person !== 'ask')
      rememberPerson(action.target.person);
    const draft = to.matching && draftNow(action);
    if (to.matching !== null) {
      if (draft === null) return;
      setRun(null);
      return matching.ask({ action, draft, matching: to.matching }, onDone);
    }
    askCalls(plan.calls, (answered) => {
      start([...plan.given, ...answered], plan.stayed);
      for (const { commandId, taskId } of plan.undo) undo(commandId, taskId);
      onDone();
    });
  };
  return {
    act,
    run,
    matching,
    again: () => run && start(refusedOf(run), null),
    forget: () => {
      setRun(null);
      matching.forget();
    },
  };
}

function refusedOf({ given, refused }: BulkRun): BulkPlan['given'] {
  const ids = new Set(refused.map(({ task }) => task.id));
  return given
    .map(({ command, tasks }) => ({ command, tasks: tasks.filter(({ id }) => ids.has(id)) }))
    .filter(({ tasks }) => tasks.length > 0);
}

function draftNow(action: BulkAction) {
  return matchingDraft(action, new Date());
}

function planNow(tasks: readonly Task[], action: BulkAction): BulkPlan {
  return planBulk(tasks, action, new Date());
}

/** Asks until when or by whom, where that is open, for `count` tasks in all; answers whether it did. */
function asksFirst(
  { dated, peopled }: BulkPlan,
  count: number | undefined,
  onAnswered: (action: BulkAction) => void,
): boolean {
  const [first] = longest(dated);
  if (first !== undefined)
    snoozeQuestion.ask({
      task: first,
      count: count ?? dated.length,
      hear: (until) => until && onAnswered({ kind: 'until', until }),
    });
  else if (peopled.length > 0)
    assigneeQuestion.ask({
      tasks: peopled,
      count: count ?? peopled.length,
      hear: (person) => person && onAnswered({ kind: 'move', target: { kind: 'assign', person } }),
    });
  return first !== undefined || peopled.length > 0;
}

/** Those that can hold a time come first, so that the date is asked with one. */
function longest(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((a, b) => Number(b.due?.kind === 'instant') - Number(a.due?.kind === 'instant'));
}

/** Asks how the calls ended, one list of words after the other; given up once, nothing is done. */
function askCalls(calls: BulkPlan['calls'], onAnswered: (given: BulkPlan['given']) => void): void {
  const [first, ...more] = calls;
  if (first === undefined) return onAnswered([]);
  askOutcome(first.tasks, first.outcomes, (outcome) => {
    if (outcome === null) return;
    const given = { command: { kind: 'complete' as const, outcome }, tasks: first.tasks };
    askCalls(more, (others) => onAnswered([given, ...others]));
  });
}

function inParts(tasks: readonly Task[]): (readonly Task[])[] {
  const parts: (readonly Task[])[] = [];
  for (let at = 0; at < tasks.length; at += mostAtOnce) parts.push(tasks.slice(at, at + mostAtOnce));
  return parts;
}
