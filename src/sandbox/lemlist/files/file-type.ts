/** The MIME type that a file's first bytes tell; undefined for all that lemlist does not take (sources/lemlist-create-task.txt). */
export function fileType(bytes: Buffer): string | undefined {
  const ascii = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (ascii(0, 8) === '\u0089PNG\r\n\u001A\n') return 'image/png';
  if (ascii(0, 3) === '\u00FF\u00D8\u00FF') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'image/gif';
  const box = ascii(4, 8);
  if (box === 'ftyp') return brandType(ascii(8, 12));
  // QuickTime files of before the box with the brand.
  return ['moov', 'mdat', 'wide', 'free'].includes(box) ? 'video/quicktime' : undefined;
}

function brandType(brand: string): string | undefined {
  if (brand === 'qt  ') return 'video/quicktime';
  // Images and sounds share the box; cameras put brands of their own on videos.
  return /^(?:avi[fs]|mif1|msf1|he[iv][cxms]|crx|M4|F4|3g)/.test(brand) ? undefined : 'video/mp4';
}
