import type { Parent, ParentMatch } from '#contract/parent';

import { plainName } from '../remembered/name-choices';
import { parentKindWord } from './parent-words';

/** What to ask about a name that the vendor could not place: which of its bearers, or whether one with a similar name is meant. */
export function whichWords({ kind, name }: Parent, choices: readonly ParentMatch[]): string {
  const word = parentKindWord(kind).toLowerCase();
  if (choices.length === 0)
    return `No ${word} of the name “${name}” was found. Take it out and search for another.`;
  if (choices.some((choice) => bears(choice.name, name)))
    return `Which ${name}? The one you choose is offered first next time.`;
  return choices.length === 1
    ? `Similar to “${name}”: is this one meant?`
    : `Similar to “${name}”: is one of these meant?`;
}

/** Whether each word of the one begins a word of the other, whatever its case and accents. */
function bears(full: string, typed: string): boolean {
  const words = wordsOf(full);
  return wordsOf(typed).every((word) => words.some((other) => other.startsWith(word)));
}

function wordsOf(name: string): string[] {
  return plainName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
