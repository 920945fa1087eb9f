import { useSyncExternalStore } from 'react';

import { openQuestions, subscribeToOutcomeQuestion, type OutcomeQuestion } from '../moves/outcome-question';
import type { InFlight } from '../pending';
import { useLedger } from './ledger';

/** What the columns draw over the server's rows: this tab's commands on their way, and the calls that are asked how they ended. */
export function useInFlight(): readonly InFlight[] {
  const { inFlight } = useLedger();
  const questions = useSyncExternalStore(subscribeToOutcomeQuestion, openQuestions);
  return questions.length === 0 ? inFlight : [...inFlight, ...questions.map(asked)];
}

/** A drop lands where it is let go, though nothing is sent before the answer. */
function asked({ tasks, at }: OutcomeQuestion): InFlight {
  return { commandId: '', draft: { kind: 'complete' }, tasks, at, undo: false, asking: true };
}
