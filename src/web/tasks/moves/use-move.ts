import type { Task } from '#contract/task';

import { toast } from '../../ui/toast';
import { browserZone } from '../queries';
import { useCommand, useUndo } from '../use-command';
import { moveFor, type MoveTarget } from './moves';
import { askOutcome } from './outcome-question';

type MoveEnds = {
  /** The task has moved; that is later where the vendor wants to know how a call ended. */
  onMoved?: () => void;
  /** The rep was asked how the call ended and did not say: the task is where it was. */
  onKept?: () => void;
};

/** Moves a task, whoever asks: a drop, a key, a button, a menu; a refusal is told in words. */
export function useMove(): (task: Task, target: MoveTarget, ends?: MoveEnds) => void {
  const { run } = useCommand();
  const { undo } = useUndo();
  return (task, target, { onMoved, onKept } = {}) => {
    const move = moveFor(task, target, new Date(), browserZone);
    switch (move.kind) {
      case 'command':
        run(move.command, [task]);
        onMoved?.();
        return;
      case 'ask-outcome':
        askOutcome([task], move.outcomes, (outcome) => {
          if (outcome === null) return onKept?.();
          run({ kind: 'complete', outcome }, [task]);
          onMoved?.();
        });
        return;
      case 'undo':
        undo(move.commandId);
        onMoved?.();
        return;
      case 'refused':
        toast(move.reason);
        return;
      case 'none':
    }
  };
}
