import type { Task } from '#contract/task';

import { toast } from '../../ui/toast';
import { browserZone } from '../queries';
import { useCommand, useUndo } from '../use-command';
import { moveFor, type MoveTarget } from './moves';

/** Moves a task, whoever asks: a drop, a key, a button, a menu. Answers whether it moves; a refusal is told in words. */
export function useMove(): (task: Task, target: MoveTarget) => boolean {
  const { run } = useCommand();
  const { undo } = useUndo();
  return (task, target) => {
    const move = moveFor(task, target, new Date(), browserZone);
    switch (move.kind) {
      case 'command':
        run(move.command, [task]);
        return true;
      case 'undo':
        undo(move.commandId);
        return true;
      case 'refused':
        toast(move.reason);
        return false;
      case 'none':
        return false;
    }
  };
}
