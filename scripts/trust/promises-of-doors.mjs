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
    change: { file: gate, from: "if (row.who === 'user' && ", to: 'if (row.who === null && ' },
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

/** @type {Promised[]} */
export const abuse = [
  {
    id: 'limits-stored',
    says: 'Limits hold over a restart',
    file: `${vault}/stores/limits.test.ts`,
    change: { file: `${vault}/stores/limits.ts`, from: 'await countUses(db, rules, now);', to: '' },
  },
  {
    id: 'fuzz',
    says: 'Nothing that comes in is the fault of the server: no 5xx, no hang',
    file: `${api}/fuzz.test.ts`,
    change: {
      file: `${api}/http/problem-of.ts`,
      from: 'status >= 400 && status < 500 ? ofFramework(status)',
      to: 'status >= 400 && status < 405 ? ofFramework(status)',
    },
  },
  {
    id: 'expressions',
    says: 'No regular expression takes longer than its text is long',
    file: 'scripts/checks/expressions.test.ts',
    change: {
      file: 'packages/login/src/gramjs/telegram-error.ts',
      from: '(?=_|$)(.*)$/s.exec',
      to: '(?=_|$)(.*)$/.exec',
    },
  },
  {
    id: 'echo',
    says: 'An error repeats nothing of what was sent',
    file: `${api}/http/field-errors.test.ts`,
    change: {
      file: `${api}/http/field-errors.ts`,
      from: "return [{ pointer, code: 'unknown_member' }];",
      to: "return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), code: 'unknown_member' }));",
    },
  },
  {
    id: 'canaries',
    says: 'Number, code, password, hint, email address, Fragment address, keys: in no log, address, database, backup, error, webhook or browser storage',
    file: 'e2e/canaries.spec.ts',
    change: 'names of unknown members were repeated in the pointers of an error',
  },
];
