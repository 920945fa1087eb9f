import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { ICruiseOptions, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = process.cwd();

/** Rule → a file that breaks it, what it imports, and, where that is a file of ours, the file. */
const violations: Record<string, [file: string, imported: string, target?: string]> = {
  'contract-imports-no-other-room': ['contract/task.ts', '#server/context', 'server/context.ts'],
  'contract-imports-zod-mini-and-date-fns-only': ['contract/task.ts', 'zod'],
  'web-imports-zod-mini-only': ['web/tasks/queries.ts', 'zod'],
  'contract-uses-no-node': ['contract/task.ts', 'node:crypto'],
  'web-never-imports-server': ['web/tasks/queries.ts', '#server/context', 'server/context.ts'],
  'server-never-imports-web': ['server/context.ts', '../web/tasks/queries', 'web/tasks/queries.ts'],
  'product-never-imports-tests': ['server/tasks/edit.ts', '#testing/harness', 'testing/harness.ts'],
  'a-feature-never-imports-a-feature': [
    'web/features/board/a.ts',
    '../history/b',
    'web/features/history/b.ts',
  ],
  'features-meet-in-the-app-only': ['web/main.tsx', './features/board/board', 'web/features/board/board.ts'],
  'features-never-import-the-api': ['web/features/board/a.ts', '../../api/client', 'web/api/client.ts'],
  'web-tasks-never-import-the-app': ['web/tasks/queries.ts', '../app', 'web/app.tsx'],
  'web-api-imports-contract-only': ['web/api/client.ts', '../tasks/queries', 'web/tasks/queries.ts'],
  'ui-knows-no-task': ['web/ui/card.ts', '#contract/task', 'contract/task.ts'],
  'web-uses-no-node': ['web/tasks/queries.ts', 'node:path'],
  'http-calls-verbs-only': ['server/http/routes/tasks.ts', '../../store/tasks', 'server/store/tasks.ts'],
  'verbs-import-the-port-but-no-http-jobs-or-vendors': [
    'server/tasks/edit.ts',
    '../vendors/send',
    'server/vendors/send.ts',
  ],
  'verbs-never-touch-the-network': ['server/tasks/edit.ts', 'node:https'],
  'jobs-never-import-http': ['server/jobs/pull.ts', '../http/app', 'server/http/app.ts'],
  'store-imports-contract-only': ['server/store/tasks.ts', '../tasks/edit', 'server/tasks/edit.ts'],
  'a-vendor-never-imports-another': [
    'server/vendors/leadlex/adapter.ts',
    '../lemlist/mapping',
    'server/vendors/lemlist/mapping.ts',
  ],
  'adapters-import-port-send-and-contract-only': [
    'server/vendors/lemlist/adapter.ts',
    '../../store/tasks',
    'server/store/tasks.ts',
  ],
  'only-the-registry-imports-adapters': [
    'server/jobs/pull.ts',
    '../vendors/lemlist/adapter',
    'server/vendors/lemlist/adapter.ts',
  ],
  'port-and-send-import-contract-only': ['server/vendors/send.ts', '../store/tasks', 'server/store/tasks.ts'],
  'sandbox-shares-no-code-with-the-server': [
    'sandbox/rows.ts',
    '#server/store/tasks',
    'server/store/tasks.ts',
  ],
  'pg-only-in-store': ['server/jobs/pull.ts', 'pg'],
  'kysely-only-in-store-and-sandbox': ['server/tasks/edit.ts', 'kysely'],
  'hono-only-in-http-and-sandbox': ['server/jobs/pull.ts', '@hono/node-server'],
  'undici-only-in-vendors': ['server/http/app.ts', 'undici'],
  'react-only-in-web': ['server/jobs/pull.ts', 'react'],
  'product-imports-no-development-package': ['server/jobs/pull.ts', 'fast-check'],
  'no-file-named-like-a-junk-drawer': ['server/jobs/pull.ts', './utils/text', 'server/jobs/utils/text.ts'],
  'could-not-resolve': ['server/jobs/pull.ts', '#server/nowhere'],
};

let directory: string;
let options: ICruiseOptions;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'outboard-walls-'));
  options = await extractOptions(join(root, '.dependency-cruiser.cjs'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Makes a small project of these files of `src` and says which rules it breaks. */
async function rulesBrokenBy(name: string, files: Record<string, string>): Promise<string[]> {
  const baseDir = join(directory, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(baseDir, 'src', path)), { recursive: true });
    await writeFile(join(baseDir, 'src', path), text);
  }
  await symlink(join(root, 'node_modules'), join(baseDir, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json']) {
    await writeFile(join(baseDir, file), await readFile(join(root, file)));
  }
  const { summary } = await cruiseSources(baseDir);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

async function cruiseSources(baseDir: string): Promise<ICruiseResult> {
  const tsConfig = extractTsConfig(join(baseDir, 'tsconfig.json'));
  const { output } = await cruise(['src'], { ...options, baseDir, validate: true }, undefined, { tsConfig });
  if (typeof output === 'string') throw new TypeError(output);
  return output;
}

test.each(Object.entries(violations))('%s', async (rule, [file, imported, target]) => {
  const files = {
    [file]: `import type { Thing } from '${imported}';\nexport type Own = Thing;\n`,
    ...(target ? { [target]: 'export type Thing = string;\n' } : {}),
  };

  expect(await rulesBrokenBy(rule, files)).toEqual([rule]);
});

test('no-circular', async () => {
  const files = { 'contract/a.ts': "export * from './b';\n", 'contract/b.ts': "export * from './a';\n" };

  expect(await rulesBrokenBy('no-circular', files)).toEqual(['no-circular']);
});

test('no-orphans', async () => {
  const files = { 'contract/alone.ts': 'export const alone = 1;\n' };

  expect(await rulesBrokenBy('no-orphans', files)).toEqual(['no-orphans']);
});

test('imports that the rules allow break none', async () => {
  const files = {
    'contract/task.ts': "import 'zod/mini';\nimport 'date-fns';\n",
    'web/features/board/board.ts': "import '../../tasks/queries';\nimport '../../ui/button';\n",
    'web/tasks/queries.ts': "import '../api/client';\nimport 'react';\n",
    'web/api/client.ts': "import '#contract/task';\n",
    'web/ui/button.ts': "import 'react';\n",
    'server/http/app.ts': "import '../tasks/edit';\nimport 'hono';\n",
    'server/tasks/edit.ts': "import '../store/tasks';\nimport '../vendors/port';\n",
    'server/store/tasks.ts': "import 'pg';\nimport '#contract/task';\n",
    'server/store/tasks.test.ts': "import '#testing/harness';\nimport 'vitest';\n",
    'server/jobs/pull.ts': "import '../tasks/edit';\nimport '../vendors/registry';\n",
    'server/vendors/port.ts': "import '#contract/task';\n",
    'server/vendors/registry.ts': "import './lemlist/adapter';\n",
    'server/vendors/lemlist/adapter.ts': "import '../port';\nimport '../send';\nimport './mapping';\n",
    'server/vendors/lemlist/mapping.ts': "import '#contract/task';\n",
    'server/vendors/send.ts': "import 'undici';\n",
    'testing/harness.ts': "import '#server/http/app';\nimport 'pg';\n",
  };

  expect(await rulesBrokenBy('allowed', files)).toEqual([]);
});

test('every rule has its planted violation', () => {
  const names = options.ruleSet?.forbidden?.map(({ name }) => name);

  expect(names).toEqual([
    ...Object.keys(violations).filter((name) => name !== 'could-not-resolve'),
    'no-circular',
    'could-not-resolve',
    'no-orphans',
  ]);
});

test('the real tree is really read', async () => {
  const { summary } = await cruiseSources(root);

  expect(summary.totalCruised).toBeGreaterThan(150);
  expect(summary.totalDependenciesCruised).toBeGreaterThan(400);
});
