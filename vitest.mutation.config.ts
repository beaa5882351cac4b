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

/** The tests that speak for the files of stryker.config.json, quick ones only: each of them runs many hundred times. */
export default defineConfig({
  resolve: { conditions, alias },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      'packages/vault/src/crypto/*.test.ts',
      'packages/vault/src/{open-vault,rotation}.test.ts',
      'packages/vault/src/stores/limits.test.ts',
      'packages/testkit/src/sqlite-vault.test.ts',
      'packages/login/src/machine/*.test.ts',
      'packages/login/src/verbs/limits.test.ts',
      'apps/api/src/authorisation.test.ts',
      'apps/api/src/app.test.ts',
      'apps/api/src/http/address-limits.test.ts',
    ],
    testTimeout: 120_000,
  },
});
