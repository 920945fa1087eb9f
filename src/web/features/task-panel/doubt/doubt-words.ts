import type { CommandDecision } from '#contract/command';
import type { OpenCommand } from '#contract/task';

import { asksRep } from '../../../tasks/task-state';
import { doingWord } from '../command-words';

type Choice = { as: CommandDecision['as']; label: string };
export type DoubtWords = { words: string; choices: readonly Choice[] };

const again: Choice = { as: 'again', label: 'Send it again' };

/**
 * Why it is not known what became of a command, and what a rep can say about it; `label` is the vendor's, `readable` whether
 * its list can be read, `now` in milliseconds.
 */
export function doubtWords(
  command: OpenCommand,
  { label, readable, now }: { label: string; readable: boolean; now: number },
): DoubtWords {
  const { kind, doubt } = command;
  const lost = `${doingWord(kind)}: ${label}’s answer was lost`;
  if (doubt?.joining)
    return { words: `${doingWord(kind)}: found in ${label}’s list as soon as it tells.`, choices: [again] };
  if (doubt === undefined || !asksRep(command, now)) {
    const look = readable
      ? 'Outboard looks there before it sends anything again.'
      : `Its list cannot be read just now; Outboard looks there as soon as it can, and sends nothing again before that.`;
    return { words: `${lost}. ${look}`, choices: [] };
  }
  const choices = [{ as: 'done' as const, label: kind === 'create' ? 'It is there' : 'It is done' }, again];
  const look = 'Look there, then say:';
  switch (doubt.reason) {
    case 'several':
      return { words: `${lost}, and its list shows several tasks like this one. ${look}`, choices };
    case 'similar':
      return { words: `${lost}, and its list shows a task that is nearly the same. ${look}`, choices };
    case 'unfound':
      return {
        words: `${lost}, and its list does not show the task under these words. ${look}`,
        choices: [again, { as: 'off', label: 'Take it off the board' }],
      };
    case null: {
      const list = readable ? 'has not told what became of it' : 'cannot be read';
      return { words: `${lost} and its list ${list}. ${look}`, choices };
    }
  }
}
