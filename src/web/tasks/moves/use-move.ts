import type { Task } from '#contract/task';

import { toast } from '../../ui/toast';
import { currentZone } from '../clock/clock';
import { useCommand, useUndo } from '../use-command';
import { assigneeQuestion } from './assign/assignee-question';
import { rememberPerson } from './assign/recent-people';
import { moveFor, type MoveTarget } from './moves';
import { askOutcome } from './outcome-question';
import { snoozeQuestion } from './snooze-question';

type MoveEnds = {
  /** The task has moved; that is later where the rep is asked how a call ended, until when, or by whom it is done. */
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
    const move = moveFor(task, target, new Date(), currentZone());
    switch (move.kind) {
      case 'command':
        run(move.command, [task]);
        if (target.kind === 'assign' && target.person !== 'ask') rememberPerson(target.person);
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
        snoozeQuestion.ask({
          task,
          count: 1,
          hear: (until) => {
            if (until === null) return onKept?.();
            run({ kind: 'snooze', until }, [task]);
            onMoved?.();
          },
        });
        return;
      case 'ask-assignee':
        assigneeQuestion.ask({
          tasks: [task],
          count: 1,
          hear: (person) => {
            const given = person && moveFor(task, { kind: 'assign', person }, new Date(), currentZone());
            if (person === null || given?.kind !== 'command') return onKept?.();
            run(given.command, [task]);
            rememberPerson(person);
            onMoved?.();
          },
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
