import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as a test chooses it. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

export const MOST_BYTES = 20 * 1024 * 1024;

const images = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIgAf//Z',
  gif: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
};

/** A picture of one pixel. */
export function image(type: keyof typeof images, name: string): ChosenFile {
  return { name, mimeType: `image/${type}`, buffer: Buffer.from(images[type], 'base64') };
}

/** The boxes of a film without a picture. */
export function film(brand: 'isom' | 'qt  ', name: string): ChosenFile {
  const boxes = ['\0\0\0\x14', 'ftyp', brand, '\0\0\0\0', brand, '\0\0\0\x1C', 'mdat', '\0'.repeat(20)];
  const mimeType = brand === 'isom' ? 'video/mp4' : 'video/quicktime';
  return { name, mimeType, buffer: Buffer.from(boxes.join(''), 'latin1') };
}

/** A film of so many bytes, kept in a file of the folder; answers its path. */
export function filmOnDisk(folder: string, name: string, size: number): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, film('isom', name).buffer);
  truncateSync(path, size);
  return path;
}

/** A Windows program that says it is a picture. */
export function renamedProgram(name: string): ChosenFile {
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(5000)]),
  };
}
