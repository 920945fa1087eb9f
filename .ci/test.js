// `npm test`: everything that must hold, each part run even where an earlier one failed, and one line at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @returns {string | null} what is missing before anything can run, in words */
function whatIsMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
    return `The tests need Node ${read(join(root, 'package.json')).engines.node}; this is ${process.versions.node}.`;
  }
  if (!existsSync(join(root, 'node_modules', 'vitest')))
    return 'The packages are not installed: run "npm ci" first.';
  return null;
}

/** @param {string} name @param {string} command @param {NodeJS.ProcessEnv} [env] */
function runs(name, command, env = {}) {
  console.log(`\n== ${name}: ${command}`);
  const bin = join(root, 'node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const { status } = spawnSync(command, {
    cwd: root,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH}`, ...env },
  });
  return status === 0;
}

/** @param {string} name @param {(report: any) => [number, number, number]} count @returns {[number, number, number]} */
function counted(name, count) {
  const report = join(results, `${name}.json`);
  if (existsSync(report)) return count(read(report));
  console.log(`${name} gave no report and counts as one failure`);
  return [0, 1, 0];
}

function testAll() {
  const parts = [{ name: 'check', ok: runs('check', 'npm run check') }];
  if (runs('browser', 'node e2e/chromium.js')) {
    parts.push({ name: 'vitest', ok: runs('vitest', 'vitest run') });
    parts.push({ name: 'playwright', ok: runs('playwright', 'playwright test -c e2e') });
  } else {
    parts.push({ name: 'browser', ok: false });
  }
  const counts = [
    counted('vitest', (report) => [
      report.numPassedTests,
      // A file that cannot even be read fails without a failed test.
      Math.max(report.numFailedTests, report.success ? 0 : 1),
      report.numPendingTests + report.numTodoTests,
    ]),
    counted('playwright', ({ stats, errors }) => [
      stats.expected + stats.flaky,
      stats.unexpected + errors.length,
      stats.skipped,
    ]),
  ];
  const [passed, failed, skipped] = [0, 1, 2].map((index) =>
    counts.reduce((sum, row) => sum + (row[index] ?? 0), 0),
  );
  const broken = parts.filter(({ ok }) => !ok).map(({ name }) => name);
  if (broken.length > 0) console.log(`\nNot passed: ${broken.join(', ')}`);
  return {
    line: `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ok: broken.length === 0 && failed === 0,
  };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
const missing = whatIsMissing();
if (missing) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const { line, ok } = testAll();
  writeFileSync(join(results, 'summary.txt'), `${line}\n`);
  console.log(line);
  process.exitCode = ok ? 0 : 1;
}
