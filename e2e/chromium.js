// A Chromium for the tests. Imported, it says how to launch one; run as a command, it finds or gets one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {{ executablePath?: string, env?: Record<string, string> }} Browser */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'chromium');
const choice = join(cache, 'choice.json');
const isRoot = process.getuid?.() === 0;
// The last release of the one npm package with a binary inside that runs on Node 20; Linux x64 only.
const packaged = '@sparticuz/chromium@147.0.0';

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
];

/** Options for Playwright's `launch`: the browser that this file's command proved, else the first one found. */
export async function launchOptions() {
  const browsers = process.env.CHROMIUM_PATH ? [] : readChoice();
  return optionsFor(browsers[0] ?? (await candidates())[0] ?? {});
}

/** @param {Browser} browser */
function optionsFor({ executablePath, env }) {
  return {
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    ...(executablePath ? { executablePath } : {}),
    ...(env ? { env: { ...currentEnvironment(), ...env } } : {}),
  };
}

function currentEnvironment() {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));
}

/** @returns {Browser[]} the browser that the last proof chose, while it is still there */
function readChoice() {
  if (!existsSync(choice)) return [];
  const browser = /** @type {Browser} */ (JSON.parse(readFileSync(choice, 'utf8')));
  return !browser.executablePath || existsSync(browser.executablePath) ? [browser] : [];
}

/** @returns {Promise<Browser[]>} */
async function candidates() {
  // Inside, because importing Playwright costs more than a build of the page.
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return [
    ...(process.env.CHROMIUM_PATH ? [{ executablePath: process.env.CHROMIUM_PATH }] : []),
    ...(existsSync(own) ? [{}, { executablePath: own }] : []),
    ...places.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath })),
    ...unpacked(),
  ];
}

/** @returns {Browser[]} */
function unpacked() {
  const executablePath = join(tmpdir(), 'chromium');
  if (!existsSync(join(cache, 'node_modules')) || !existsSync(executablePath)) return [];
  const env = {
    LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'),
    FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
  };
  return [{ executablePath, env }];
}

/** @param {Browser} browser @returns {Promise<string | null>} what is wrong with it */
async function trouble(browser) {
  const { chromium } = await import('playwright');
  try {
    const running = await chromium.launch({ ...optionsFor(browser), timeout: 30_000 });
    await (await running.newPage()).setContent('<p>ready</p>');
    await running.close();
    return null;
  } catch (error) {
    return String(error).split('\n', 3).join(' ');
  }
}

/** @param {string} file @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(file, args, env = {}) {
  console.log(`$ ${[file, ...args].join(' ')}`);
  const { status } = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    timeout: 600_000,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function playwright() {
  return join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
}

/** @returns {Array<{ name: string, get: () => boolean | Promise<boolean> }>} */
function waysToGetOne() {
  const isDebian = isRoot && existsSync('/usr/bin/apt-get');
  const isLinux64 = process.platform === 'linux' && process.arch === 'x64';
  return [
    {
      name: "Playwright's download",
      get: () => run(process.execPath, [playwright(), 'install', 'chromium']),
    },
    {
      name: "Debian's chromium-headless-shell",
      get: () => isDebian && run('apt-get', ['update', '-q']) && aptInstall('chromium-headless-shell'),
    },
    { name: "Debian's chromium", get: () => isDebian && aptInstall('chromium') },
    {
      name: "the libraries for Playwright's own",
      get: () => isDebian && run(process.execPath, [playwright(), 'install-deps', 'chromium']),
    },
    { name: packaged, get: () => isLinux64 && unpackFromNpm() },
  ];
}

/** @param {string} name */
function aptInstall(name) {
  const args = ['install', '-y', '-q', '--no-install-recommends', name];
  return run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
}

async function unpackFromNpm() {
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', cache, packaged]))
    return false;
  // With this name set, the package also brings the libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const entry = createRequire(join(cache, 'index.js')).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(entry).href);
  await chromium.executablePath();
  return true;
}

/** @param {Set<string>} tried @returns {Promise<boolean>} whether one of those not yet tried launches */
async function chooseOne(tried) {
  for (const browser of await candidates()) {
    const name = browser.executablePath ?? "Playwright's own Chromium";
    const problem = await trouble(browser);
    if (!problem) {
      mkdirSync(cache, { recursive: true });
      writeFileSync(choice, JSON.stringify(browser));
      console.log(`Tests use ${name}`);
      return true;
    }
    if (!tried.has(name)) console.log(`${name} does not launch: ${problem}`);
    tried.add(name);
  }
  return false;
}

async function findOrGetOne() {
  const tried = new Set();
  rmSync(choice, { force: true });
  if (await chooseOne(tried)) return true;
  for (const { name, get } of waysToGetOne()) {
    const got = await get();
    if (got && (await chooseOne(tried))) return true;
    if (got) console.log(`${name} is there, but no Chromium launches yet.`);
  }
  return false;
}

const isCommand = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isCommand && !(await findOrGetOne())) {
  console.error(
    'The tests need a Chromium and none could be found or installed. Install Chromium or Google Chrome, ' +
      'or set CHROMIUM_PATH to one, and run "npm test" again.',
  );
  process.exitCode = 1;
}
