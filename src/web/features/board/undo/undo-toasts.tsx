import { useUndone } from '../../../tasks/ledger/undone';
import { announce } from '../../../ui/live-region';
import { UndoToast } from './undo-toast';
import { undoneWords } from './undo-words';
import { useSpokenStep } from './use-spoken-step';
import { useSpokenUndo } from './use-spoken-undo';

/** The newest step, as long as it can be taken back; what is done and what is taken back is spoken. */
export function UndoToasts() {
  const { step, undo } = useSpokenUndo();
  useSpokenStep(step);
  useUndone(({ kind, tasks }) => announce(undoneWords(kind, tasks)));
  return step === null ? null : <UndoToast key={step.commandId} step={step} onUndo={undo} />;
}
