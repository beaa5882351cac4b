/** @typedef {import('./promises.mjs').Promised} Promised */

const vault = 'packages/vault/src';
const api = 'apps/api/src';
const gate = `${api}/http/gate.ts`;
const matrix = `${api}/authorisation.test.ts`;

/** @type {Promised[]} */
export const doors = [
  {
    id: 'matrix-complete',
    says: 'Every route is in the authorisation matrix',
    file: matrix,
    test: 'every route has its case',
    change: { file: `${api}/testing/route-cases.ts`, from: "  'GET /api/meta': { own: 200 },\n", to: '' },
  },
  {
    id: 'signed-out',
    says: 'Who is not signed in gets nothing and changes nothing',
    file: matrix,
    test: 'who may not',
    change: {
      file: gate,
      from: "    if (request.signedIn === null) throw new RequestProblem('session.none');\n",
      to: "    request.signedIn ??= await deps.browserSessions.signIn({ user: { id: 'u1', label: '', role: 'user' }, connectionId: null, returnUrl: null, locale: null }, null);\n",
    },
  },
  {
    id: 'staff',
    says: 'A member of staff is not a user, even one with the same id',
    file: matrix,
    test: "by 'staff_namesake'",
    change: { file: gate, from: "const isForRole = row.who === 'user' || row", to: 'const isForRole = row' },
  },
  {
    id: 'scopes',
    says: 'A key of the host does no more than its scopes',
    file: matrix,
    test: "by 'host_without_scope'",
    change: { file: gate, from: 'if (!key.scopes.includes(scope))', to: 'if (key.scopes.length === 0)' },
  },
  {
    id: 'revoked',
    says: 'A revoked key of the host does nothing',
    file: matrix,
    test: "by 'host_revoked'",
    change: {
      file: `${vault}/stores/host/keys.ts`,
      from: "          .where('revoked_at', 'is', null)\n          .executeTakeFirst(),\n      );\n      return row",
      to: '          .executeTakeFirst(),\n      );\n      return row',
    },
  },
  {
    id: 'ownership',
    says: "What is another user's answers as what doesn't exist",
    file: matrix,
    test: 'as for what does not exist',
    change: {
      file: `${vault}/stores/connections.ts`,
      from: "db.selectFrom('connections').select(publicColumns).where('user_id', '=', userId);",
      to: "db.selectFrom('connections').select(publicColumns).where('user_id', '!=', '');",
    },
  },
  {
    id: 'origin',
    says: 'A page of another origin changes nothing',
    file: matrix,
    test: 'from a page that is not ours',
    change: { file: gate, from: 'request.headers.origin !== origin', to: 'request.headers.origin === origin + 1' },
  },
  {
    id: 'media-type',
    says: 'A body that is not JSON is refused',
    file: matrix,
    test: 'with a body that is no JSON',
    change: { file: `${api}/http/json-bodies.ts`, from: '  app.removeAllContentTypeParsers();\n', to: '' },
  },
  {
    id: 'headers',
    says: 'No answer allows inline scripts or styles, nor is kept where it is personal',
    file: matrix,
    test: 'who may, gets what is theirs',
    change: {
      file: `${api}/http/security-headers.ts`,
      from: 'styleSrc: self,',
      to: `styleSrc: ["'self'", "'unsafe-inline'"],`,
    },
  },
  {
    id: 'session-rotated',
    says: 'A session is dead after the next sign-in and after signing out',
    file: `${api}/routes/session.test.ts`,
    change: {
      file: `${api}/http/browser-sessions.ts`,
      from: 'if (previousId !== null) await signOut(previousId);',
      to: '',
    },
  },
  {
    id: 'cookie',
    says: 'The cookie is out of reach of scripts and of other sites, and bound to our host',
    file: `${api}/http/session-cookie.test.ts`,
    change: {
      file: `${api}/http/session-cookie.ts`,
      from: "httpOnly: true, sameSite: 'lax'",
      to: "httpOnly: false, sameSite: 'lax'",
    },
  },
  {
    id: 'session-id',
    says: 'The id of a session has 256 random bits',
    file: `${api}/http/browser-sessions.test.ts`,
    test: 'under an id of 256 random bits',
    change: { file: `${api}/http/browser-sessions.ts`, from: 'randomBytes(32)', to: 'randomBytes(8)' },
  },
  {
    id: 'frames',
    says: 'Only pages of allowed origins show the wizard in a frame',
    file: `${api}/routes/web-app.test.ts`,
    test: 'is shown in frames of allowed origins only',
    change: {
      file: `${api}/routes/web-app.ts`,
      from: "if (pathOf(request.url) === '/connect') allowFrames",
      to: 'if (request) allowFrames',
    },
  },
  {
    id: 'links-once',
    says: 'A connect link opens once and in time, and is stored as a keyed hash',
    file: `${vault}/stores/host/host.test.ts`,
    test: 'a link is stored hashed, survives a restart, and opens once',
    change: { file: `${vault}/stores/host/links.ts`, from: "    .where('used_at', 'is', null)\n", to: '' },
  },
  {
    id: 'links-short',
    says: 'It lives for ten minutes at most',
    file: `${api}/host.integration.test.ts`,
    test: 'leads back to allowed origins only',
    change: { file: 'packages/contract/src/host.ts', from: 'z.maximum(600)', to: 'z.maximum(86_400)' },
  },
  {
    id: 'redeemed-first',
    says: 'No session is leased before the host has redeemed the code that the user brought back',
    file: `${api}/leases.test.ts`,
    test: 'is none before the host has redeemed the code',
    change: {
      file: 'packages/login/src/verbs/host/lease-session.ts',
      from: 'if (!connection.redeemed)',
      to: 'if (false)',
    },
  },
  {
    id: 'production',
    says: 'The development sign-in cannot be on in production',
    file: `${api}/config/read-config.test.ts`,
    change: {
      file: `${api}/config/production.ts`,
      from: 'broken: (env) => env.DEV_SIGN_IN === true',
      to: 'broken: () => false',
    },
  },
];
