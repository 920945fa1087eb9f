/** The MIME type that a file's first bytes tell, for what vendors take as media; null for all else, whatever its name says. */
export function trueType(bytes: Uint8Array): string | null {
  const ascii = (start: number, end: number) => String.fromCodePoint(...bytes.subarray(start, end));
  if (ascii(0, 8) === '\u0089PNG\r\n\u001A\n') return 'image/png';
  if (ascii(0, 3) === '\u00FF\u00D8\u00FF') return 'image/jpeg';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'image/gif';
  const box = ascii(4, 8);
  // QuickTime files of before the box with the brand begin with one of these.
  if (['moov', 'mdat', 'wide', 'free'].includes(box)) return 'video/quicktime';
  return box === 'ftyp' ? brandType(ascii(8, 12)) : null;
}

/** HEIC, AVIF, CR3, M4A, M4V, Flash and 3GP share the box with MP4. */
const otherBrands = /^(?:avi[fs]|mif1|msf1|he[iv][cxms]|crx|M4|F4|3g)/;

function brandType(brand: string): string | null {
  if (brand === 'qt  ') return 'video/quicktime';
  return otherBrands.test(brand) ? null : 'video/mp4';
}

const headBytes = 16;

/** The same for a file; one that cannot be read has no type. */
export async function trueTypeOf(file: Blob): Promise<string | null> {
  try {
    return trueType(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  } catch {
    return null;
  }
}
