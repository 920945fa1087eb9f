/** Puts words in the places of a text: `Call {first}` and `{first: 'Ada'}` make `Call Ada`. */
export function fillIn(text: string, words: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
}
