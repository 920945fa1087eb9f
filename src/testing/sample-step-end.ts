import type { RecentStep } from '#contract/recent';

import { sampleTask } from './sample-task';

type StepEnd = RecentStep['tasks'][number];

/** What became of a step on a task: the vendor has it, unless told otherwise. */
export function sampleStepEnd(parts: Partial<StepEnd> = {}): StepEnd {
  return {
    task: sampleTask({ id: 'a' }),
    state: 'sent',
    failure: null,
    gone: false,
    denied: false,
    settledAt: null,
    undoneBy: null,
    lateUndo: null,
    ...parts,
  };
}
