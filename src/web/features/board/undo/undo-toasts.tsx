import { UndoToast } from './undo-toast';
import { useSpokenUndo } from './use-spoken-undo';

/** The newest step, as long as it can be taken back. */
export function UndoToasts() {
  const { step, undo } = useSpokenUndo();
  return step === null ? null : <UndoToast key={step.commandId} step={step} onUndo={undo} />;
}
