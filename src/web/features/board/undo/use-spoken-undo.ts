import type { UndoStep } from '../../../tasks/ledger/ledger';
import { useUndo } from '../../../tasks/use-command';
import { announce } from '../../../ui/live-region';

/** The newest step and how to take it back. */
export function useSpokenUndo(): { step: UndoStep | null; undo: () => void } {
  const { last, undo } = useUndo();
  return {
    step: last,
    undo: () => {
      if (last === null) announce('Nothing to undo.');
      else undo(last.commandId);
    },
  };
}
