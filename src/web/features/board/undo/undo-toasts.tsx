import { useUndone } from '../../../tasks/ledger/undone';
import { passedWords } from '../../../tasks/steps/passed-over';
import { useFreshRecent } from '../../../tasks/steps/recent-query';
import { undoneWords } from '../../../tasks/steps/step-words';
import { canUndo } from '../../../tasks/steps/steps';
import { useUndo } from '../../../tasks/use-command';
import { useNow } from '../../../tasks/use-now';
import { toast } from '../../../ui/toast';
import { UndoToast } from './undo-toast';
import { useSpokenStep } from './use-spoken-step';

type Props = { onOpen: (taskId: string) => void; onRecent: () => void };

/** The newest step that can be taken back, else the newest of all; what is done and what is taken back is told. */
export function UndoToasts({ onOpen, onRecent }: Props) {
  const { steps, undo } = useUndo();
  const now = useNow();
  const held = steps.find((step) => canUndo(step) && (step.until === null || step.until > now));
  const step = held ?? steps[0] ?? null;
  useFreshRecent();
  useSpokenStep(step);
  useUndone(({ kind, tasks, count, tooLate = 0, givenTo, passed = [] }) => {
    const words = undoneWords(kind, tasks, count, tooLate, givenTo);
    const newer = passedWords(passed);
    if (newer === null) toast(words);
    else toast(`${words} ${newer}`, { label: 'Recent changes', run: onRecent });
  });
  if (step === null) return null;
  return (
    <UndoToast
      key={step.commandId}
      step={step}
      onUndo={() => undo(step.commandId)}
      onOpen={onOpen}
      onRecent={onRecent}
    />
  );
}
