import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Figure } from './figures';

const client = resolve(import.meta.dirname, '../../dist/client');

/** What the page names in its head, as a browser fetches it before the first card, in KB of gzip. */
export function firstScript(): Figure[] {
  const html = readFileSync(resolve(client, 'index.html'), 'utf8');
  const sizeOf = (kind: RegExp) =>
    [...new Set([...html.matchAll(kind)].map(([, path]) => path ?? ''))]
      .map((path) => gzipSync(readFileSync(resolve(client, path.slice(1))), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0) / 1000;
  return [
    {
      what: 'script before the first card',
      unit: 'KB gz',
      values: [sizeOf(/(?:src|href)="(\/[^"]+\.js)"/g)],
      target: 160,
    },
    { what: 'style', unit: 'KB gz', values: [sizeOf(/href="(\/[^"]+\.css)"/g)] },
  ];
}
