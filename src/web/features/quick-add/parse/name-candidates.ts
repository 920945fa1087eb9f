const longest = 4;
/** Small words within a name. */
const particles = /^(de|da|di|du|del|der|den|van|von|zu|ten|ter|la|le|al|el|bin|ibn|y|e)$/i;
/** Small words before a name that do not belong to it. */
const leading = /^(with|to|for|and|the|a|an|mr|mrs|ms|dr|herr|frau)\.?$/i;

/** Whose name the words may hold, likeliest first: a run of capitalised words, else the first words as they stand. */
export function nameCandidates(words: readonly string[]): string[] {
  const clean = words.map((word) => word.replace(/^[("'“]+|[,.;:!?)"'”]+$/gu, ''));
  const start = clean.findIndex((word) => word !== '' && !leading.test(word));
  const rest = start === -1 ? [] : clean.slice(start);
  const capitals = capitalRun(rest);
  const first = [3, 2, 1].map((count) => rest.slice(0, count).join(' '));
  const all = [...(capitals === '' ? [] : [capitals, withoutLast(capitals)]), ...first];
  return [...new Set(all)].filter((name) => name.length >= 2).slice(0, longest);
}

function capitalRun(words: readonly string[]): string {
  const from = words.findIndex((word) => isCapital(word));
  if (from === -1) return '';
  const after = words.slice(from + 1).findIndex((word) => !isCapital(word) && !particles.test(word));
  const run = words.slice(from, after === -1 ? undefined : from + 1 + after);
  while (particles.test(run.at(-1) ?? '')) run.pop();
  return run.slice(0, longest).join(' ');
}

function withoutLast(name: string): string {
  return name.split(' ').slice(0, -1).join(' ');
}

/** Scripts without capitals write every name so. */
function isCapital(word: string): boolean {
  return /^(\p{Lu}|\p{Lo})/u.test(word);
}
