import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { getRequestListener } from '@hono/node-server';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin, ProxyOptions, UserConfig } from 'vite';
import { defineConfig, isRunnableDevEnvironment } from 'vite';
import type { TestProjectConfiguration } from 'vitest/config';

export default defineConfig(async ({ mode }): Promise<UserConfig> => ({
  plugins: [react({ compiler: true }), tailwindcss(), ...(process.env.VITEST ? [] : [serverInDev()])],
  // Makes a plain `vite build` build the page and the server.
  builder: {},
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        // All that the first card needs in one file; the rest is fetched while the page is idle, without links for each.
        modulePreload: false,
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: 'src/server/main.ts' },
      },
    },
  },
  ...(process.env.VITEST ? { test: await tests(mode) } : {}),
}));

type DevServer = { devHandler: (request: Request, env: unknown) => Promise<Response> };

/** `npm run dev` answers what the built server would, in the same process as the page. */
function serverInDev(): Plugin {
  const paths = /^\/(?:api|media|sandbox|healthz|readyz)(?:[/?]|$)/;
  return {
    name: 'outboard-server',
    configureServer({ environments: { ssr }, middlewares }) {
      if (!ssr || !isRunnableDevEnvironment(ssr)) return;
      const answer = getRequestListener(
        async (request, env) => {
          const { devHandler } = await ssr.runner.import<DevServer>('/src/server/dev.ts');
          return devHandler(request, env);
        },
        { overrideGlobalObjects: false },
      );
      middlewares.use((request, response, next) => {
        if (paths.test(request.url ?? '')) void answer(request, response);
        else next();
      });
    },
  };
}

// Loaded only for tests: importing Playwright takes longer than a build of the page.
async function tests(mode: string): Promise<NonNullable<UserConfig['test']>> {
  const [{ playwright }, { launchOptions }] = await Promise.all([
    import('@vitest/browser-playwright'),
    import('./e2e/chromium.js'),
  ]);
  // A busy machine is no failure; a test that hangs still is.
  const patience = { testTimeout: 20_000, hookTimeout: 40_000 };
  return {
    globalSetup: 'src/testing/global-setup.ts',
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          ...patience,
          environment: 'node',
          include: ['src/**/*.test.ts'],
          setupFiles: 'src/testing/unit-setup.ts',
        },
      },
      ofProcesses('faults', mode, 1),
      ofProcesses('servers', mode, 2),
      ...(mode === 'bench' ? [ofProcesses('bench', mode, 3)] : []),
      {
        plugins: [react({ compiler: true }), tailwindcss()],
        server: { proxy: proxyToTestServer() },
        // All of the page's packages from the start: one that is found in the middle of a run comes with a second React.
        optimizeDeps: { entries: ['src/web/**/*.{ts,tsx}'] },
        test: {
          name: 'browser',
          ...patience,
          include: ['src/web/**/*.test.tsx'],
          setupFiles: 'src/testing/browser-setup.ts',
          isolate: false,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: await launchOptions() }),
            instances: [{ browser: 'chromium' }],
            viewport: { width: 1280, height: 800 },
          },
        },
      },
    ],
  };
}

/** Tests of the built server as processes of its own, after all others: they need the machine and shall not disturb them. */
function ofProcesses(name: string, mode: string, groupOrder: number): TestProjectConfiguration {
  return {
    // A project does not take `--mode` over by itself.
    mode,
    test: {
      name,
      environment: 'node',
      testTimeout: name === 'bench' ? 3_600_000 : 600_000,
      hookTimeout: 300_000,
      include: [`e2e/${name}/*.test.ts`],
      globalSetup: 'e2e/faults/build.ts',
      fileParallelism: false,
      sequence: { groupOrder },
    },
  };
}

/** Component tests talk to the real server, which the global set-up starts on this socket, as to their own origin. */
function proxyToTestServer(): Record<string, ProxyOptions> {
  const name = `outboard-test-${process.pid}.sock`;
  const socketPath = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
  process.env.OUTBOARD_TEST_SERVER = socketPath;
  const proxy = { target: { socketPath, host: 'localhost', port: 80 } };
  return { '/api': proxy, '/media': proxy, '/sandbox': proxy, '/testing': proxy };
}
