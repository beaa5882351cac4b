import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['@botize/source'];

/** Changed sources lie in a copy, whose linked packages lead back here: names of packages have to mean the copy. */
const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));
const alias = [
  { find: '@botize/login/testing', replacement: source('login/src/testing/index.ts') },
  { find: '@botize/login/gramjs', replacement: source('login/src/gramjs/index.ts') },
  { find: /^@botize\/testkit\/(.+)$/, replacement: source('testkit/src/$1.ts') },
  { find: /^@botize\/([a-z]+)$/, replacement: source('$1/src/index.ts') },
];

/** Runs the tests of one group of scripts/mutation/groups.mjs. */
export default defineConfig({
  resolve: { conditions, alias },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(' '),
    testTimeout: 120_000,
  },
});
