/** @param {string} folder @param {string[]} names */
const filesIn = (folder, names) => names.map((name) => `${folder}/${name}.ts`);

/** @param {string} file */
const testOf = (file) => file.replace(/\.ts$/, '.test.ts');

const steps = [
  ...['transition', 'phone', 'code', 'email', 'password', 'confirm-account'],
  ...['refusals', 'to-public', 'mask-phone'],
];

/**
 * The files in which every small change has to be noticed, and the tests that have to notice it: quick ones of the room
 * itself, since each of them runs many hundred times.
 */
export const groups = [
  {
    name: 'vault',
    about: 'envelopes and keys',
    mutate: filesIn('packages/vault/src/crypto', ['envelope', 'fields', 'keyring', 'keyring-file']),
    tests: filesIn('packages/vault/src/crypto', ['envelope', 'fields', 'keyring', 'keyring-file', 'zeroed']).map(
      testOf,
    ),
  },
  {
    name: 'machine',
    about: 'the state machine',
    mutate: filesIn('packages/login/src/machine', [...steps, 'moves', 'refused']),
    tests: filesIn('packages/login/src/machine', [...steps, 'transition-table']).map(testOf),
  },
  {
    name: 'doors',
    about: 'who may do what',
    mutate: [
      ...filesIn('apps/api/src/http', ['gate', 'operator', 'context', 'paths', 'browser-sessions', 'session-cookie']),
      ...filesIn('apps/api/src', ['config/host-keys', 'routes/route-table']),
      'packages/vault/src/stores/host/keys.ts',
    ],
    tests: [
      ...filesIn('apps/api/src/http', ['gate', 'operator', 'context', 'paths', 'browser-sessions', 'session-cookie']),
      ...filesIn('apps/api/src', ['config/host-keys', 'routes/route-table']),
      'packages/vault/src/stores/host/keys.ts',
    ].map(testOf),
  },
  {
    name: 'limits',
    about: 'limits',
    mutate: [
      'packages/login/src/verbs/number-limits.ts',
      ...filesIn('packages/vault/src/stores', ['limits', 'window-counts']),
      ...filesIn('apps/api/src/http', [
        'address-limits',
        'counted-address',
        'flood-counts',
        'rate-limits',
        'queue-cap',
      ]),
      'apps/api/src/config/limits.ts',
    ],
    tests: [
      'packages/login/src/verbs/number-limits.ts',
      ...filesIn('packages/vault/src/stores', ['limits', 'window-counts']),
      ...filesIn('apps/api/src/http', [
        'address-limits',
        'counted-address',
        'flood-counts',
        'rate-limits',
        'queue-cap',
      ]),
      'apps/api/src/config/limits.ts',
      'packages/testkit/src/sqlite-vault.ts',
    ].map(testOf),
  },
];
