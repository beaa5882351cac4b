/**
 * Who may import whom. A file belongs to the first room whose pattern matches; `rooms` are the other rooms it may
 * import from (its own always), `packages` the npm packages, `builtins` whether Node's own modules are allowed.
 * @typedef {{ name: string, files: RegExp, rooms: string[] | 'any', packages: string[] | 'any', builtins: boolean }} Room
 */

/** Tests, and what only tests import. They may reach for anything; nothing else may reach for them. */
export const isTestFile = (/** @type {string} */ path) =>
  /\.(test|testing)\.tsx?$/.test(path) || /\/testing\//.test(path);

/** @type {Room[]} */
export const rooms = [
  room('contract', /^packages\/contract\/src\//, [], ['zod']),
  room('login/machine', /^packages\/login\/src\/machine\//, ['contract', 'login/ports'], ['libphonenumber-js']),
  room('login/ports', /^packages\/login\/src\/ports\//, ['contract', 'login/machine'], []),
  room(
    'login/verbs',
    /^packages\/login\/src\/verbs\//,
    ['contract', 'login/machine', 'login/ports', 'login/entry'],
    ['libphonenumber-js'],
    true,
  ),
  room(
    'login/gramjs',
    /^packages\/login\/src\/gramjs\//,
    ['contract', 'login/ports'],
    ['telegram', 'big-integer', 'tsx'],
    true,
  ),
  room(
    'login/entry',
    /^packages\/login\/src\/[^/]+\.ts$/,
    ['contract', 'login/machine', 'login/ports', 'login/verbs'],
    ['libphonenumber-js'],
    true,
  ),
  room(
    'vault',
    /^packages\/vault\/src\//,
    ['contract', 'login/entry', 'login/ports'],
    ['better-sqlite3', 'kysely', 'pg'],
    true,
  ),
  room('simulator', /^packages\/telegram-simulator\/(src|phone-page)\//, [], 'any', true),
  room(
    'testkit',
    /^packages\/testkit\/src\//,
    ['contract', 'login/entry', 'login/ports', 'login/gramjs', 'vault', 'simulator'],
    'any',
    true,
  ),
  room('client', /^packages\/client\/src\//, [], ['telegram'], true),
  room('web', /^apps\/web\/src\//, ['contract'], 'any'),
  room('api/compose', /^apps\/api\/src\/(compose|main|parts|serve)\.ts$/, [...production()], 'any', true),
  room(
    'api/config',
    /^apps\/api\/src\/config\//,
    ['contract', 'login/entry', 'login/gramjs', 'vault', 'api/app'],
    ['zod'],
    true,
  ),
  room(
    'api/routes',
    /^apps\/api\/src\/routes\//,
    ['contract', 'login/entry', 'api/config', 'api/http', 'api/metrics', 'api/app'],
    ['fastify', '@fastify/static', 'zod'],
    true,
  ),
  room(
    'api/http',
    /^apps\/api\/src\/http\//,
    ['contract', 'login/entry', 'vault', 'api/config', 'api/metrics', 'api/app', 'api/routes'],
    'any',
    true,
  ),
  room('api/metrics', /^apps\/api\/src\/metrics\//, ['login/entry', 'vault', 'api/app'], ['prom-client'], true),
  room('api/admin', /^apps\/api\/src\/admin\//, [...production(), 'api/compose'], 'any', true),
  room(
    'api/app',
    /^apps\/api\/src\/[^/]+\.ts$/,
    ['contract', 'login/entry', 'vault', 'api/config', 'api/http', 'api/metrics', 'api/routes'],
    'any',
    true,
  ),
  room('tools', /^(bench\/|(apps|packages)\/[^/]+\/([^/]+\.config\.ts|scripts\/|dev\/))/, 'any', 'any', true),
  room('scripts', /^scripts\//, 'any', 'any', true),
  room('e2e', /^e2e\//, ['contract', 'testkit', 'scripts'], 'any', true),
];

/** Only tests, scripts and each other may import these. */
export const neverInProduction = ['simulator', 'testkit', 'tools', 'scripts', 'e2e'];

/** @returns {Room} */
function room(
  /** @type {string} */ name,
  /** @type {RegExp} */ files,
  /** @type {[Room['rooms'], Room['packages'], boolean?]} */ ...[mayImport, packages, builtins = false]
) {
  return { name, files, rooms: mayImport, packages, builtins };
}

function production() {
  return [
    'contract',
    'login/entry',
    'login/ports',
    'login/verbs',
    'login/gramjs',
    'vault',
    'api/config',
    'api/http',
    'api/metrics',
    'api/routes',
    'api/app',
  ];
}
