import type { Task } from '#contract/task';

import { toast } from '../../ui/toast';
import { browserZone } from '../queries';
import { useCommand, useUndo } from '../use-command';
import { moveFor, type MoveTarget } from './moves';
import { askOutcome } from './outcome-question';
import { askSnooze } from './snooze-question';

type MoveEnds = {
  /** The task has moved; that is later where the rep is asked how a call ended, or until when. */
  onMoved?: () => void;
  /** The rep was asked and did not say: the task is where it was. */
  onKept?: () => void;
  /** Makes a new task after the model of one that cannot come back. */
  onCopy?: (task: Task) => void;
};

/** Moves a task, whoever asks: a drop, a key, a button, a menu; a refusal is told in words. */
export function useMove(): (task: Task, target: MoveTarget, ends?: MoveEnds) => void {
  const { run } = useCommand();
  const { undo } = useUndo();
  return (task, target, { onMoved, onKept, onCopy } = {}) => {
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
      case 'ask-date':
        askSnooze(task, (until) => {
          if (until === null) return onKept?.();
          run({ kind: 'snooze', until }, [task]);
          onMoved?.();
        });
        return;
      case 'undo':
        undo(move.commandId);
        onMoved?.();
        return;
      case 'refused':
        toast(move.reason, move.copy && onCopy ? { label: 'Copy as new', run: () => onCopy(task) } : null);
        return;
      case 'none':
    }
  };
}
