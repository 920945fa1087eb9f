/** What an open question tells its dialog at least. */
export type Question<Answer> = {
  /** How many tasks the answer is for. */
  count: number;
  /** Called once: with the answer, or with null when the question is closed without one. */
  hear: (answer: Answer | null) => void;
};

/** Questions of a kind of which one is open at a time: moves ask them, a dialog shows and answers them. */
export function singleQuestion<Answer, Asked extends Question<Answer>>() {
  let open: Asked | null = null;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const answer = (question: Asked, given: Answer | null) => {
    if (open !== question) return;
    open = null;
    // First what is done with the answer: no card is drawn at its old place in between.
    question.hear(given);
    tell();
  };
  return {
    /** A question that is open is closed without an answer. */
    ask: (question: Asked) => {
      if (open !== null) answer(open, null);
      open = question;
      tell();
    },
    answer,
    /** The question that is to be shown now. */
    current: () => open,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
