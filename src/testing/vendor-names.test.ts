import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const vendorName = /lemlist|saleshandy|leadlex/i;
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

// The vendor's own folder and its line in the registry, its rules and its form as data, the sandbox, tests.
const allowed = [
  /^server\/vendors\/(lemlist|saleshandy|leadlex)\//,
  /^server\/vendors\/registry\.ts$/,
  /^contract\/(vendors|new-task)\.ts$/,
  /^sandbox\//,
  /^testing\//,
  /\.test\.tsx?$/,
];

/** A comment may say whose document a reason comes from. */
async function code(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll(comment, '');
}

test('a vendor is named only where it is described, never where the code decides', async () => {
  const src = join(process.cwd(), 'src');
  const files = (await readdir(src, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(tsx?|css)$/.test(path) && !allowed.some((place) => place.test(path)));
  const texts = await Promise.all(files.map((path) => code(join(src, path))));

  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((path, index) => vendorName.test(path) || vendorName.test(texts[index] ?? ''))).toEqual(
    [],
  );
});
