import { fileTypeFromBuffer } from 'file-type';

import { uploadRules, type UploadType } from '#contract/media';

const allowed = new Set<string>([...uploadRules.images, ...uploadRules.videos]);

/** The type that a file's first bytes tell, whatever its name says; null when Outboard does not take it. */
export async function trueType(firstBytes: Uint8Array): Promise<UploadType | null> {
  const told = (await fileTypeFromBuffer(firstBytes))?.mime;
  // An animated PNG is a PNG.
  const type = told === 'image/apng' ? 'image/png' : told;
  return type !== undefined && allowed.has(type) ? (type as UploadType) : null;
}
