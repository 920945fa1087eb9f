import { toast } from '../../ui/toast';
import { tellUndone } from '../ledger/undone';
import { useUndo } from '../use-command';
import { passedOver, sharedChoice } from './passed-over';
import { deedWords } from './step-words';
import { canUndo, type Step } from './steps';
import { useWays, wayNames, type Ways } from './use-ways';

export type UndoWays = Ways & {
  /** Opens the list of what the rep did. */
  onRecent: () => void;
};

/** Takes the newest step back that can be; when all of them have left, says what can be done about the newest instead. */
export function useUndoKey({ onRecent, ...ways }: UndoWays): () => void {
  const { steps, undo } = useUndo({
    onUndone: (done) => tellUndone({ ...done, passed: passedOver(steps, done.commandId) }),
  });
  const go = useWays(ways);
  return () => {
    const step = steps.find(canUndo);
    if (step !== undefined) return undo(step.commandId);
    const [newest] = steps;
    if (newest === undefined) return toast('Nothing to undo.');
    const { words, way } = lateWords(newest);
    if (way === 'recent') return toast(words, { label: 'Recent changes', run: onRecent });
    const ids = newest.tasks.map(({ id }) => id);
    toast(words, way === null ? null : { label: wayNames[way], run: () => go(way, ids) });
  };
}

/** Why a step cannot be taken back any more, by name, and the way that is left; several tasks may each have another one. */
function lateWords(step: Step): { words: string; way: 'reopen' | 'copy' | 'open' | 'recent' | null } {
  const late = `Too late to undo: ${deedWords(step.kind, step.tasks, step.count, step.givenTo)}.`;
  const choice = sharedChoice(step);
  if (choice === null || choice.way === 'undo') return { words: late, way: 'recent' };
  const alone = step.count === 1 || choice.way === 'reopen' || choice.way === null;
  return { words: `${late} ${choice.words}`, way: alone ? choice.way : 'recent' };
}
