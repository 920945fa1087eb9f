import { useEffect, useEffectEvent, useRef } from 'react';

import type { UndoStep } from '../../../tasks/ledger/ledger';
import { spokenWords } from '../../../tasks/steps/step-words';
import type { Step } from '../../../tasks/steps/steps';
import { secondsLeft } from '../../../tasks/task-state';
import { announce } from '../../../ui/live-region';

/** Says each step once, when the server has told how long it holds; the words go when it can no longer be taken back. */
export function useSpokenStep(step: Step | null): void {
  // After an undo the step before is the newest again; it was said already.
  const saidUpTo = useRef(-Infinity);
  const answered = step === null || step.until === null ? null : step.commandId;
  const tell = useEffectEvent(() => {
    if (step === null || step.until === null || step.at < saidUpTo.current) return undefined;
    saidUpTo.current = step.at;
    const left = secondsLeft(holdOf(step), Date.now());
    const words = spokenWords(step.kind, step.tasks, left, step, step.count);
    return left > 0 ? announce(words, left * 1000) : announce(words);
  });
  useEffect(() => (answered === null ? undefined : tell()), [answered]);
}

/** The step's hold in the form that a command has. */
export function holdOf({ heldFrom, until }: Pick<UndoStep, 'heldFrom' | 'until'>) {
  return {
    createdAt: new Date(heldFrom).toISOString(),
    holdUntil: new Date(until ?? heldFrom).toISOString(),
  };
}
