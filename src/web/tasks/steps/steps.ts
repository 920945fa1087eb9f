import type { RecentStep } from '#contract/recent';

import type { Ledger, UndoStep } from '../ledger/ledger';

/** A step with what the server tells of it. */
export interface Step extends UndoStep {
  /** How many tasks it was for. */
  count: number;
  /** Of one that was taken back in part: for how many tasks it was too late. */
  tooLate?: number;
  /** Of one that the key took back: the newer ones that had left by then. */
  passed?: readonly Step[];
  /** Null until the server has told of it. */
  told: RecentStep | null;
}

/**
 * What the rep did, newest first: this tab's own steps, the first of which the server may not know yet, and those of other tabs
 * and of earlier pages. What was asked back or is taken back already is left out.
 */
export function stepsOf({ steps, asked }: Ledger, recent: readonly RecentStep[]): Step[] {
  const known = new Map(recent.map((step) => [step.id, step]));
  const own = steps.flatMap((step): Step[] => {
    const told = known.get(step.commandId) ?? null;
    return told !== null && isUndone(told) ? [] : [{ ...step, count: step.tasks.length, told }];
  });
  const gone = new Set([
    ...steps.map(({ commandId }) => commandId),
    ...asked.flatMap(({ commandId, taskId }) => (taskId === undefined ? [commandId] : [])),
  ]);
  const others = recent.filter((step) => !gone.has(step.id) && !isUndone(step)).map(fromServer);
  return merged(own, others);
}

/** Both lists keep their own order: two requests of a tab may overtake each other on their way. */
function merged(own: readonly Step[], others: readonly Step[]): Step[] {
  const all: Step[] = [];
  let next = 0;
  for (const step of own) {
    for (let other = others[next]; other && other.heldFrom > step.heldFrom; other = others[next]) {
      all.push(other);
      next += 1;
    }
    all.push(step);
  }
  return [...all, ...others.slice(next)];
}

/** Whether any of it can still be taken back; as long as the server has not told, only it can say no. */
export function canUndo({ told }: Step): boolean {
  return told === null || (told.states.held ?? 0) > 0;
}

function isUndone({ states }: RecentStep): boolean {
  return Object.keys(states).every((state) => state === 'cancelled');
}

function fromServer(step: RecentStep): Step {
  const at = Date.parse(step.createdAt);
  const there = step.tasks.filter(({ state }) => state !== 'cancelled');
  const undone = step.states.cancelled ?? 0;
  const all = Object.values(step.states).reduce((sum, total) => sum + total, 0);
  return {
    commandId: step.id,
    kind: step.kind,
    tasks: there.map(({ task }) => task),
    count: all - undone,
    at,
    until: Date.parse(step.holdUntil),
    heldFrom: at,
    snoozedTo: step.snoozedTo,
    givenTo: step.givenTo,
    told: step,
  };
}
