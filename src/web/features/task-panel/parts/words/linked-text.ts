import { webAddress } from '../../../../tasks/reach/web-address';

/** A piece of a text; `href` is the address that it names, null for plain words. */
export type TextPiece = { text: string; href: string | null };

/** A text cut at its https addresses; the punctuation that ends a sentence belongs to no address. */
export function linkedText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(/https:\/\/[^\s<>"]+/gi)) {
    const address = found[0].replace(/[.,;:!?'’”»)\]}]+$/u, '');
    const href = webAddress(address);
    if (href === null) continue;
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), href: null });
    pieces.push({ text: address, href });
    from = found.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}
