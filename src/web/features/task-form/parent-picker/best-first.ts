import type { ParentMatch } from '#contract/parent';

/** The matches whose name begins with what was typed, then those with a word that does, then the rest; accents and case aside. */
export function bestFirst(matches: readonly ParentMatch[], typed: string): ParentMatch[] {
  const wanted = plain(typed.trim());
  const rank = ({ name }: ParentMatch) => {
    const words = plain(name);
    if (words.startsWith(wanted)) return 0;
    return words.includes(` ${wanted}`) ? 1 : 2;
  };
  return matches.toSorted((a, b) => rank(a) - rank(b));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
