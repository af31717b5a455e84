import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };
const packages = fileURLToPath(new URL('packages', import.meta.url));

/** React Aria's packages name a `source` condition too, without shipping what it points at: ours are named one by one. */
const sourceAliases = [
  { find: /^@fairlead\/([a-z-]+)\/testing$/, replacement: `${packages}/$1/src/testing/index.ts` },
  { find: /^@fairlead\/([a-z-]+)$/, replacement: `${packages}/$1/src/index.ts` },
];

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias: sourceAliases },
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.ts', 'apps/web/src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['apps/web/src/testing/wait-longer.ts', 'apps/web/src/testing/add-css-escape.ts'],
          testTimeout: 40_000,
        },
      },
    ],
  },
});
