import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';

/** A question that is open: until when the task sleeps. */
export type SnoozeQuestion = {
  task: Task;
  /** How many tasks the answer is for. */
  count: number;
  /** Called once: with the answer, or with null when the question is closed without one. */
  hear: (until: Due | null) => void;
};

let open: SnoozeQuestion | null = null;
const listeners = new Set<() => void>();

/** Asks until when; a question that is open is closed without an answer. */
export function askSnooze(task: Task, hear: SnoozeQuestion['hear'], count = 1): void {
  if (open !== null) answerSnooze(open, null);
  set({ task, hear, count });
}

export function answerSnooze(question: SnoozeQuestion, until: Due | null): void {
  if (open !== question) return;
  question.hear(until);
  set(null);
}

/** The question that is to be shown now. */
export function snoozeQuestion(): SnoozeQuestion | null {
  return open;
}

export function subscribeToSnoozeQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function set(next: SnoozeQuestion | null): void {
  open = next;
  for (const listener of listeners) listener();
}
