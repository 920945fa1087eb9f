import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { defineConfig } from 'playwright/test';

import { launchOptions } from './chromium.js';

const results = '../test-results';

// Set once, in the process that starts the app; the workers inherit it and read this file again.
if (!process.env.E2E_PORT || !process.env.E2E_DATA_DIR) {
  const directory = mkdtempSync(join(tmpdir(), 'outboard-e2e-'));
  process.env.E2E_PORT = String(await freePort());
  process.env.E2E_DATA_DIR = directory;
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
}

const address = `http://127.0.0.1:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'first sync', testMatch: 'first-sync.setup.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', dependencies: ['first sync'] },
  ],
  outputDir: `${results}/e2e`,
  workers: 1,
  // Bounds for a page that hangs, not expectations of speed: the machine may be busy.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: `${results}/playwright.json` }]],
  use: {
    baseURL: address,
    launchOptions: await launchOptions(),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // The page of each step is kept without a film of it, which this many journeys on two cores would wait for.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  webServer: {
    command: 'npm start',
    cwd: '..',
    url: `${address}/readyz`,
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      SANDBOX: 'on',
      HOLD_SECONDS: '4',
      OUTBOUND_HOLD_SECONDS: '6',
    },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
