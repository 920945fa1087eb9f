import type { DueParts } from '../../../tasks/due/due-parts';

const longest = 5;
/** With what a due can begin; to try every word of a line would be slow. */
const begins =
  /^(\d|today|tonight|tomorrow|tmrw?|yesterday|next|this|in|on|at|by|due|noon|midnight|(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;
/** Two readings of one word that is more often something else. */
const alone = /^(\d{1,4}|in|on|at|by|due|this|next|may|mar|sun|sat|now)$/i;

/** The due that a run of the words says, and the words without it; of several runs the longest, of equals the last. */
export function findDue(
  words: readonly string[],
  readDue: (text: string) => DueParts | null,
): { due: DueParts | null; rest: readonly string[] } {
  for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
    for (let from = words.length - length; from >= 0; from -= 1) {
      const run = words.slice(from, from + length);
      if (!mayBegin(run)) continue;
      const due = readDue(run.join(' '));
      if (due !== null) return { due, rest: [...words.slice(0, from), ...words.slice(from + length)] };
    }
  }
  return { due: null, rest: words };
}

/** "room 12 on monday" means no noon. */
function mayBegin([first = '', second]: readonly string[]): boolean {
  if (second === undefined) return begins.test(first) && !alone.test(first);
  return begins.test(first) && !(/^\d{1,4}$/.test(first) && /^(on|at|in|by|this|next)$/i.test(second));
}
