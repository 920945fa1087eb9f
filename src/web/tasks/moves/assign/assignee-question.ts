import type { Task } from '#contract/task';

import type { Assignable } from './assignables';

/** A question that is open: who does these tasks. */
export type AssigneeQuestion = {
  /** Those at hand, one at least. */
  tasks: readonly Task[];
  /** How many tasks the answer is for. */
  count: number;
  /** Called once: with the answer, or with null when the question is closed without one. */
  hear: (person: Assignable | null) => void;
};

let open: AssigneeQuestion | null = null;
const listeners = new Set<() => void>();

/** Asks who does the tasks; a question that is open is closed without an answer. */
export function askAssignee(
  tasks: readonly Task[],
  hear: AssigneeQuestion['hear'],
  count = tasks.length,
): void {
  if (open !== null) answerAssignee(open, null);
  set({ tasks, hear, count });
}

export function answerAssignee(question: AssigneeQuestion, person: Assignable | null): void {
  if (open !== question) return;
  question.hear(person);
  set(null);
}

/** The question that is to be shown now. */
export function assigneeQuestion(): AssigneeQuestion | null {
  return open;
}

export function subscribeToAssigneeQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function set(next: AssigneeQuestion | null): void {
  open = next;
  for (const listener of listeners) listener();
}
