import type { DueParts } from '../../../tasks/due/due-parts';

const longest = 5;
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.,]?';
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?[.,]?`;
const year = String.raw`(?:\s\d{4})?`;
const oneTo31 = String.raw`(?:[0-2]?\d|3[01])`;
/** Words that can only be meant as a date or a time of day, whether there is such a one or not. */
const meantAsDue = [
  `${day}(?:\\sof)?\\s${month}${year}`,
  `${month}\\s${day}${year}`,
  String.raw`\d{4}-\d{1,2}-\d{1,2}`,
  String.raw`\d{1,2}([./])\d{1,2}\1(?:\d{2}|\d{4})`,
  String.raw`${oneTo31}/${oneTo31}`,
  String.raw`${oneTo31}\.${oneTo31}\.`,
  String.raw`\d{1,2}:\d{2}(?:\s?[ap]m)?`,
  String.raw`\d{1,2}\s?[ap]m`,
].map((shape) => new RegExp(`^(?:${shape})$`, 'i'));
/** What may stand beside it and belongs to it. */
const beside =
  /^(\d{1,2}([:.]\d{2})?([ap]m)?|\d{4}|[ap]m|at|on|by|due|next|this|today|tonight|tomorrow|tmrw?|(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?)$/i;

/** The run of words that was meant as a due and cannot be read as one, and the words without it; null where there is none. */
export function findUnread(
  words: readonly string[],
  readDue: (text: string) => DueParts | null,
): { text: string; rest: readonly string[] } | null {
  for (let length = Math.min(4, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const text = words.slice(from, from + length).join(' ');
      if (!meantAsDue.some((shape) => shape.test(text)) || readDue(text) !== null) continue;
      const [start, end] = widened(words, from, from + length);
      return {
        text: words.slice(start, end).join(' '),
        rest: [...words.slice(0, start), ...words.slice(end)],
      };
    }
  return null;
}

function widened(words: readonly string[], from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (end - start < longest && beside.test(words[end] ?? '')) end += 1;
  while (end - start < longest && start > 0 && beside.test(words[start - 1] ?? '')) start -= 1;
  return [start, end];
}
