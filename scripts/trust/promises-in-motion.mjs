/** @typedef {import('./promises.mjs').Promised} Promised */

const vault = 'packages/vault/src';
const api = 'apps/api/src';
const envelope = `${vault}/crypto/envelope.ts`;

/** @type {Promised[]} */
export const inMotion = [
  {
    id: 'zeroed',
    says: 'Raw keys are zeroed in memory once they have been used',
    file: `${vault}/crypto/zeroed.test.ts`,
    change: { file: envelope, from: '  } finally {\n    raw.fill(0);\n  }', to: '  } finally {\n  }' },
  },
  {
    id: 'memory',
    says: 'Production does not start with core dumps on, nor with an option of Node.js that writes memory down or opens it',
    file: `${api}/config/process-safety.test.ts`,
    change: {
      file: `${api}/config/process-safety.ts`,
      from: 'filter((option) => revealing.test(option))',
      to: 'slice(0, 0)',
    },
  },
  {
    id: 'memory-main',
    says: 'The program asks that before it opens anything, and no signal opens a debugger',
    file: `${api}/main.integration.test.ts`,
    test: 'in production',
    change: {
      file: `${api}/main.ts`,
      from: 'config.production && !keepMemoryPrivate().coreDumpsKnownOff',
      to: 'config.port < 0',
    },
  },
  {
    id: 'no-core',
    says: '`npm start` and `npm run admin` switch core dumps off for what they start',
    file: 'scripts/processes/without-core-dumps.test.ts',
    change: { file: 'scripts/processes/without-core-dumps.mjs', from: 'ulimit -c 0; ', to: '' },
  },
  {
    id: 'log',
    says: 'A line of the log has the pattern of the route, never an address, an id or a query',
    file: `${api}/app.test.ts`,
    test: 'has the route, never the address',
    change: {
      file: `${api}/http/answer-log.ts`,
      from: 'route: request.routeOptions.url ?? null',
      to: 'route: request.url',
    },
  },
  {
    id: 'canaries',
    says: 'Number, code, password, hint, email address, Fragment address, keys: in no log, address, database, backup, error, webhook or browser storage',
    file: 'e2e/canaries.spec.ts',
    change: 'names of unknown members were repeated in the pointers of an error',
  },
];
