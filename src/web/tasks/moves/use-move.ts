import type { Task } from '#contract/task';

import { toast } from '../../ui/toast';
import { browserZone } from '../queries';
import { useCommand, useUndo } from '../use-command';
import { moveFor, type MoveTarget } from './moves';
import { askOutcome } from './outcome-question';

/**
 * Moves a task, whoever asks: a drop, a key, a button, a menu. `onMoved` is called when it does, which is later where the
 * vendor wants to know how a call ended; a refusal is told in words.
 */
export function useMove(): (task: Task, target: MoveTarget, onMoved?: () => void) => void {
  const { run } = useCommand();
  const { undo } = useUndo();
  return (task, target, onMoved) => {
    const move = moveFor(task, target, new Date(), browserZone);
    switch (move.kind) {
      case 'command':
        run(move.command, [task]);
        onMoved?.();
        return;
      case 'ask-outcome':
        askOutcome([task], move.outcomes, (outcome) => {
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
