import type { Task } from '#contract/task';

/** A question that is open: how the calls of these tasks ended. */
export type OutcomeQuestion = {
  outcomes: readonly string[];
  tasks: readonly Task[];
  /** Called with the answer; never when the question is closed without one. */
  answers: readonly ((outcome: string) => void)[];
};

let open: readonly OutcomeQuestion[] = [];
const listeners = new Set<() => void>();

/** Asks how a call ended. Cards that wait for a word of the same list share one answer; another list is asked after it. */
export function askOutcome(
  tasks: readonly Task[],
  outcomes: readonly string[],
  onAnswer: (outcome: string) => void,
): void {
  const same = open.find((question) => question.outcomes === outcomes);
  if (same === undefined) {
    set([...open, { outcomes, tasks, answers: [onAnswer] }]);
    return;
  }
  const known = new Set(same.tasks.map(({ id }) => id));
  const more = tasks.filter(({ id }) => !known.has(id));
  if (more.length === 0) return;
  const joined = { ...same, tasks: [...same.tasks, ...more], answers: [...same.answers, onAnswer] };
  set(open.map((question) => (question === same ? joined : question)));
}

/** Closes the question; with `null` nothing is done to its tasks. */
export function answerOutcome(question: OutcomeQuestion, outcome: string | null): void {
  if (!open.includes(question)) return;
  set(open.filter((one) => one !== question));
  if (outcome !== null) for (const answer of question.answers) answer(outcome);
}

/** The question that is to be shown now. */
export function outcomeQuestion(): OutcomeQuestion | null {
  return open[0] ?? null;
}

export function subscribeToOutcomeQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function set(next: readonly OutcomeQuestion[]): void {
  open = next;
  for (const listener of listeners) listener();
}
