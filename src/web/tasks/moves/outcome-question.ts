import type { Task } from '#contract/task';

/** A question that is open: how the calls of these tasks ended. Until it is answered the cards are drawn as completed. */
export type OutcomeQuestion = {
  outcomes: readonly string[];
  tasks: readonly Task[];
  /** When it was asked first, in milliseconds. */
  at: number;
  /** Called once each: with the answer, or with null when the question is closed without one. */
  hear: readonly ((outcome: string | null) => void)[];
};

let open: readonly OutcomeQuestion[] = [];
const listeners = new Set<() => void>();

/** Asks how a call ended. Cards that wait for a word of the same list share one answer; another list is asked after it. */
export function askOutcome(
  tasks: readonly Task[],
  outcomes: readonly string[],
  onClosed: (outcome: string | null) => void,
): void {
  const same = open.find((question) => question.outcomes === outcomes);
  if (same === undefined) {
    set([...open, { outcomes, tasks, at: Date.now(), hear: [onClosed] }]);
    return;
  }
  const known = new Set(same.tasks.map(({ id }) => id));
  const more = tasks.filter(({ id }) => !known.has(id));
  if (more.length === 0) return;
  const joined = { ...same, tasks: [...same.tasks, ...more], hear: [...same.hear, onClosed] };
  set(open.map((question) => (question === same ? joined : question)));
}

/** Closes the question; with `null` nothing is done to its tasks. */
export function answerOutcome(question: OutcomeQuestion, outcome: string | null): void {
  if (!open.includes(question)) return;
  // First what is done with the answer, then the end of the question: no card is drawn at its old place in between.
  for (const hear of question.hear) hear(outcome);
  set(open.filter((one) => one !== question));
}

/** The question that is to be shown now. */
export function outcomeQuestion(): OutcomeQuestion | null {
  return open[0] ?? null;
}

/** All that are open, in the order in which they are asked. */
export function openQuestions(): readonly OutcomeQuestion[] {
  return open;
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
