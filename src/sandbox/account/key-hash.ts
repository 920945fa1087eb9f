import { createHash } from 'node:crypto';

/** Keys are kept as their SHA-256, so that no table and no route can give one away. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
