// Who may import whom; src/testing/walls.test.ts plants a violation of each rule.

// Tests may reach any room; no room may reach them.
const tests = String.raw`\.test\.tsx?$|-under-test\.tsx?$|^src/testing/|^src/server/vendors/conformance`;
/** @param {string[]} names */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;
const rooms = String.raw`^src/(?:contract|web|server|sandbox|testing)/`;

/**
 * Forbids product code of some rooms an import.
 * @param {string} name @param {{ path: string, pathNot?: string[] }} from @param {object} to
 */
const rule = (name, from, to) => ({
  name,
  severity: 'error',
  from: { ...from, pathNot: [tests, ...(from.pathNot ?? [])] },
  to,
});

/**
 * Allows an import to some rooms only.
 * @param {string} name @param {object} to @param {string[]} allowed
 */
const only = (name, to, ...allowed) => rule(name, { path: '^src/', pathNot: allowed }, to);

const builtIn = { dependencyTypes: ['core'] };
const npm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] };

module.exports = {
  forbidden: [
    // The rooms
    rule(
      'contract-imports-no-other-room',
      { path: '^src/contract/' },
      { path: rooms, pathNot: '^src/contract/' },
    ),
    rule(
      'contract-imports-zod-mini-and-date-fns-only',
      { path: '^src/contract/' },
      { ...npm, pathNot: packages('zod/mini', 'date-fns', '@date-fns/[^/]+') },
    ),
    // The whole of zod is more than twice as large.
    rule('web-imports-zod-mini-only', { path: '^src/web/' }, { path: '(^|/)node_modules/zod/(?!mini/)' }),
    rule('contract-uses-no-node', { path: '^src/contract/' }, builtIn),
    rule('web-never-imports-server', { path: '^src/web/' }, { path: '^src/(server|sandbox)/' }),
    rule('server-never-imports-web', { path: '^src/(server|sandbox)/' }, { path: '^src/web/' }),
    rule('product-never-imports-tests', { path: '^src/' }, { path: tests }),

    // The browser
    rule(
      'a-feature-never-imports-a-feature',
      { path: '^src/web/features/([^/]+)/' },
      { path: '^src/web/features/', pathNot: '^src/web/features/$1/' },
    ),
    rule(
      'features-meet-in-the-app-only',
      { path: '^src/web/', pathNot: ['^src/web/features/', '^src/web/app'] },
      { path: '^src/web/features/' },
    ),
    rule('features-never-import-the-api', { path: '^src/web/features/' }, { path: '^src/web/api/' }),
    rule(
      'web-tasks-never-import-the-app',
      { path: '^src/web/(tasks|features|api|ui)/' },
      { path: '^src/web/(app|main)' },
    ),
    rule(
      'web-api-imports-contract-only',
      { path: '^src/web/api/' },
      { path: rooms, pathNot: '^src/(web/api|contract)/' },
    ),
    rule('ui-knows-no-task', { path: '^src/web/ui/' }, { path: rooms, pathNot: '^src/web/ui/' }),
    rule('web-uses-no-node', { path: '^src/web/' }, builtIn),

    // The server
    rule(
      'http-calls-verbs-only',
      { path: '^src/server/http/' },
      { path: '^src/server/(store|vendors|jobs)/' },
    ),
    rule(
      'verbs-import-the-port-but-no-http-jobs-or-vendors',
      { path: '^src/server/[^/]+/', pathNot: ['^src/server/(http|jobs|vendors|store)/'] },
      { path: '^src/server/(http|jobs|vendors)/', pathNot: String.raw`^src/server/vendors/port\.ts$` },
    ),
    rule(
      'verbs-never-touch-the-network',
      { path: '^src/server/[^/]+/', pathNot: ['^src/server/(http|vendors|store)/'] },
      { path: `^(node:)?(https?|http2|net|tls|dgram)$|${packages('undici')}` },
    ),
    rule('jobs-never-import-http', { path: '^src/server/jobs/' }, { path: '^src/server/http/' }),
    rule(
      'store-imports-contract-only',
      { path: '^src/server/store/' },
      { path: rooms, pathNot: String.raw`^src/(server/store/|contract/|server/context\.ts$)` },
    ),
    rule(
      'a-vendor-never-imports-another',
      { path: '^src/server/vendors/([^/]+)/' },
      { path: '^src/server/vendors/[^/]+/', pathNot: '^src/server/vendors/$1/' },
    ),
    rule(
      'adapters-import-port-send-and-contract-only',
      { path: '^src/server/vendors/[^/]+/' },
      {
        path: `${rooms}|^src/server/vendors/registry`,
        pathNot: String.raw`^src/server/vendors/(?!registry)|^src/contract/`,
      },
    ),
    rule(
      'only-the-registry-imports-adapters',
      { path: '^src/', pathNot: ['^src/server/vendors/([^/]+/|registry)'] },
      { path: '^src/server/vendors/[^/]+/' },
    ),
    rule(
      'port-and-send-import-contract-only',
      { path: '^src/server/vendors/[^/]+$' },
      { path: rooms, pathNot: '^src/(server/vendors|contract)/' },
    ),
    rule(
      'sandbox-shares-no-code-with-the-server',
      { path: '^src/sandbox/' },
      { path: rooms, pathNot: String.raw`^src/(sandbox/|contract/(errors|dates)\.ts$)` },
    ),

    // The packages
    only('pg-only-in-store', { path: packages('pg') }, '^src/server/store/'),
    only('kysely-only-in-store-and-sandbox', { path: packages('kysely') }, '^src/(server/store|sandbox)/'),
    only(
      'hono-only-in-http-and-sandbox',
      { path: packages('hono', '@hono/[^/]+') },
      String.raw`^src/(server/http|sandbox)/|^src/server/dev\.ts$`,
    ),
    only('undici-only-in-vendors', { path: packages('undici') }, '^src/server/vendors/'),
    only('react-only-in-web', { path: packages('react', 'react-dom') }, '^src/web/'),
    rule(
      'product-imports-no-development-package',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], pathNot: packages('@types/[^/]+') },
    ),

    // Everything
    rule(
      'no-file-named-like-a-junk-drawer',
      { path: '^src/' },
      { path: String.raw`^src/.*/(utils|helpers|common|misc|types|constants|services|index)[./]` },
    ),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'could-not-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: String.raw`\.(css|d\.ts)$|^src/testing/` },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count as imports.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.d.ts', '.json', '.css'],
    },
  },
};
