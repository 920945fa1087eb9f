import { choiceOf } from '../../../tasks/steps/step-choice';
import { deedWords } from '../../../tasks/steps/step-words';
import { canUndo, type Step } from '../../../tasks/steps/steps';
import { useWays, wayNames, type Ways } from '../../../tasks/steps/use-ways';
import { useUndo } from '../../../tasks/use-command';
import { toast } from '../../../ui/toast';

type Given = Ways & {
  /** Opens the list of what the rep did. */
  onRecent: () => void;
};

/** Takes the newest step back that can be; when all of them have left, says what can be done about the newest instead. */
export function useUndoKey({ onRecent, ...ways }: Given): () => void {
  const { steps, undo } = useUndo();
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
function lateWords({ kind, tasks, count, told }: Step): {
  words: string;
  way: 'reopen' | 'copy' | 'open' | 'recent' | null;
} {
  const deed = deedWords(kind, tasks, count);
  const ends = (told?.tasks ?? []).filter(({ state }) => state !== 'cancelled');
  const choices = ends.map((end) => choiceOf(kind, end));
  const [first] = choices;
  const same = choices.every(({ words, way }) => words === first?.words && way === first.way);
  if (first === undefined || first.way === 'undo' || !same)
    return { words: `Too late to undo: ${deed}.`, way: 'recent' };
  const alone = count === 1 || first.way === 'reopen' || first.way === null;
  return { words: `Too late to undo: ${deed}. ${first.words}`, way: alone ? first.way : 'recent' };
}
