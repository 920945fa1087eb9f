import { choiceOf, type Choice } from './step-choice';
import { deedWords } from './step-words';
import type { Step } from './steps';

/** What the key passes over to reach a step: the newer ones that a vendor has already, or may have; newest first. */
export function passedOver(steps: readonly Step[], commandId: string): readonly Step[] {
  const at = steps.findIndex((step) => step.commandId === commandId);
  return steps.slice(0, Math.max(at, 0)).filter(({ told }) => {
    const { held = 0, sending = 0, sent = 0, uncertain = 0 } = told?.states ?? {};
    return held === 0 && sending + sent + uncertain > 0;
  });
}

/** That an older step was taken back and why not the newest, a sentence: who presses the key means the newest. */
export function passedWords([newest, ...more]: readonly Step[]): string | null {
  if (newest === undefined) return null;
  if (more.length > 0) return `Too late for the ${more.length + 1} newer ones, which have left already.`;
  const choice = sharedChoice(newest);
  const deed = `Too late for the newer one, ${deedWords(newest.kind, newest.tasks, newest.count, newest.givenTo)}`;
  return choice === null ? `${deed}.` : `${deed}: ${choice.words}`;
}

/** Where a step stands and the way that is left, where that is the same for all of its tasks. */
export function sharedChoice({ kind, told }: Step): Choice | null {
  const ends = (told?.tasks ?? []).filter(({ state }) => state !== 'cancelled');
  const [first, ...others] = ends.map((end) => choiceOf(kind, end));
  if (first === undefined) return null;
  const same = others.every(({ words, way }) => words === first.words && way === first.way);
  return same ? first : null;
}
