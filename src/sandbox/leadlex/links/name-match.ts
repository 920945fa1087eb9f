type Named = { id: string; name: string };

/**
 * The records that a human name may mean: those of the same name but for case and accents, or else those of nearly the same.
 * LeadLex says only that names are fuzzy-matched; how is assumed.
 */
export function matchName<Row extends Named>(wanted: string, rows: Row[]): Row[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const known = rows.map((row) => ({ row, words: wordsOf(row.name) }));
  const same = known.filter((one) => one.words.join(' ') === words.join(' '));
  const found = same.length > 0 ? same : known.filter((one) => isNearly(words, one.words));
  return found.map(({ row }) => row);
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isNearly(wanted: string[], name: string[]): boolean {
  return wanted.every((word) =>
    name.some((other) => other.startsWith(word) || (word.length >= 4 && isOneOff(word, other))),
  );
}

/** Whether one letter more, less or other makes the two the same. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.slice(short.length === long.length ? start + 1 : start);
  return rest === long.slice(start + 1);
}
