import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';

import { chromium, type Browser } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchOptions } from '../chromium.js';
import { measureApi, measureThroughput } from './api';
import { measureDay } from './day';
import { tableOf, type Figure } from './figures';
import { measureFirstPull } from './first-pull';
import { serveFloor } from './floor';
import { loadFigures, measureColdLoad, measureSecondVisit } from './load';
import { writePlans } from './plans';
import { firstScript } from './script-size';
import { measureStart } from './start';
import { measureTabs } from './tabs';
import { measureWork } from './work-figures';
import { columnsOf, makeWorkspace, type Workspace } from './workspace';

/** Figures are printed with their targets and kept in `test-results/bench.json`; a missed target is a figure, not a failure. */
const sizes = (process.env.BENCH_SIZES ?? '1000,10000,100000,1000000').split(',').map(Number);
/** Where to write how PostgreSQL runs each query at the largest size; nowhere unless told. */
const plansFile = process.env.BENCH_PLANS;
const usual = 10_000;
const large = 100_000;

const figures: Figure[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions());
});
afterAll(async () => {
  await browser.close();
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, Chromium ${browser.version()}`;
  const results = resolve(import.meta.dirname, '../../test-results');
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}/bench.json`, JSON.stringify({ machine, figures }, null, 2));
  process.stdout.write(`\n${machine}\n\n${tableOf(figures)}\n`);
});

test('start, and what is fetched before the first card', async () => {
  figures.push(...firstScript(), ...(await measureStart()));
  expect(figures.length).toBeGreaterThan(0);
});

test.each(sizes.filter((size) => size === usual || size === large))(
  'first pull of %i tasks',
  async (size) => {
    const measured = await measureFirstPull(size);
    figures.push(...measured);
    expect(measured.length).toBeGreaterThan(0);
  },
);

test.runIf(sizes.includes(usual))('a day of work', async () => {
  const measured = await measureDay(browser, usual);
  figures.push(...measured);
  expect(measured.length).toBeGreaterThan(0);
});

test.each(sizes)('%i tasks', async (size) => {
  const workspace = await makeWorkspace(size);
  try {
    const of = (what: string) => `${what}, ${size.toLocaleString('en')} tasks`;
    const cold = await measureColdLoad(browser, workspace.server.url);
    figures.push(...loadFigures(of('cold load'), cold, { cpu: 300, nodes: 1500, heap: 12 }));
    if (size === usual) {
      figures.push(...(await measureFloor(workspace, of)));
      const again = await measureSecondVisit(browser, workspace.server.url);
      figures.push(...loadFigures(of('second visit'), again, { cpu: 120 }));
    }
    figures.push(...(await measureWork(browser, workspace.server.url, of('board'), size > usual)));
    figures.push(...(await measureApi(workspace)), ...(await measureThroughput(workspace)));
    if (size === usual) figures.push(...(await measureTabs(workspace)));
    if (size === Math.max(...sizes) && plansFile !== undefined) await writePlans(workspace, plansFile);
    expect(figures.filter(({ values }) => values.length === 0)).toEqual([]);
  } finally {
    await workspace.end();
  }
});

/** What the board is held against: a first visit to as many cards as the board fetches at first, work with 5,000. */
async function measureFloor(workspace: Workspace, of: (what: string) => string): Promise<Figure[]> {
  const small = await serveFloor(await columnsOf(workspace, 60));
  const large = await serveFloor(await columnsOf(workspace, 5000));
  const cold = loadFigures(of('cold load of the floor'), await measureColdLoad(browser, small.url));
  const work = await measureWork(browser, large.url, of('the floor'));
  small.close();
  large.close();
  return [...cold, ...work];
}
