/** @typedef {import('./promises.mjs').Promised} Promised */

const vault = 'packages/vault/src';
const api = 'apps/api/src';
const verbs = 'packages/login/src/verbs';
const numbers = `${verbs}/number-limits.ts`;
const codes = `${verbs}/limits.test.ts`;

/** @type {Promised[]} */
export const abuse = [
  {
    id: 'three-codes',
    says: 'Three codes a day for each pair of user and number, so that nobody locks anybody else out',
    file: `${verbs}/number-limits.test.ts`,
    test: 'for a number come three times a day to a user',
    change: { file: numbers, from: 'bucketOf.sendsTo(send.userId, number)', to: "bucketOf.sendsTo('', number)" },
  },
  {
    id: 'five-codes',
    says: 'Five codes a day for a user, whatever the numbers',
    file: codes,
    test: 'for one user come five times a day',
    change: { file: numbers, from: '[perNumber, perUser, gap];', to: '[perNumber, gap];' },
  },
  {
    id: 'gap',
    says: 'Codes for a number come a minute apart, whoever asks; that is all that holds for all users together',
    file: codes,
    test: 'for one number come a minute apart',
    change: { file: numbers, from: '[perNumber, perUser, gap];', to: '[perNumber, perUser];' },
  },
  {
    id: 'qr-exempt',
    says: 'QR codes are not rationed',
    file: codes,
    test: 'are not what a QR code counts as',
    change: {
      file: `${verbs}/show-qr.ts`,
      from: '  const { spareToken, state } = turn.signIn;\n',
      to: "  const { spareToken, state } = turn.signIn;\n  const { takeSend } = await import('./number-limits.ts');\n  const leave = await takeSend(turn.deps, { userId: turn.record.userId, phone: '', again: true });\n  if (!leave.ok) return apply(turn, { type: 'held_back', code: leave.code, retryAt: leave.retryAt, phone: null });\n",
    },
  },
  {
    id: 'before-telegram',
    says: 'What a limit refuses never reaches Telegram',
    file: codes,
    test: 'that are refused by a limit never reach Telegram',
    change: {
      file: `${verbs}/submit-phone.ts`,
      from: 'if (!leave.ok) return apply(',
      to: "if (!leave.ok) return void (await ask(turn, 'sendCode', { phone })), apply(",
    },
  },
  {
    id: 'cooldown',
    says: 'A number that Telegram cools down is left alone until then, whoever asks',
    file: codes,
    test: 'for a number that Telegram has cooled down',
    change: { file: numbers, from: 'if (cooling !== null)', to: 'if (cooling === 0)' },
  },
  {
    id: 'countdown',
    says: "Another code for the same sign-in waits for Telegram's own countdown",
    file: codes,
    test: 'again for the same sign-in wait',
    change: { file: `${verbs}/resend-code.ts`, from: 'if (next !== null && next.at >', to: 'if (next !== null && 0 >' },
  },
  {
    id: 'five-tries',
    says: 'Five tries to a sign-in',
    file: 'packages/login/src/machine/code.test.ts',
    test: 'the last wrong code',
    change: { file: 'packages/login/src/machine/code.ts', from: 'if (triesLeft > 0)', to: 'if (triesLeft > -1)' },
  },
  {
    id: 'ten-tries',
    says: 'Ten tries a day for a number; the next one is refused before Telegram is asked',
    file: codes,
    test: 'a tenth wrong code is the last one of the day',
    change: {
      file: numbers,
      from: 'if (!taken.ok) await deps.limits.block',
      to: 'if (taken.ok) await deps.limits.block',
    },
  },
  {
    id: 'limits-stored',
    says: 'Limits on codes and tries hold over a restart',
    file: `${vault}/stores/limits.test.ts`,
    change: { file: `${vault}/stores/limits.ts`, from: 'await countUses(db, rules, now);', to: '' },
  },
  {
    id: 'floods-stored',
    says: 'Limits on requests by address and by user hold over a restart, also of a server that was killed',
    file: `${api}/limits-restart.test.ts`,
    change: {
      file: `${api}/http/flood-counts.ts`,
      from: 'const stored = await store.windowCounts(clock.now());',
      to: 'const stored: WindowCount[] = [];',
    },
  },
  {
    id: 'floods-address',
    says: 'An address asks so often in a minute and an hour; the addresses of one IPv6 customer are one',
    file: `${api}/http/rate-limits.test.ts`,
    test: 'address',
    change: {
      file: `${api}/http/counted-address.ts`,
      from: 'if (!isIPv6(address)) return address;',
      to: 'if (address) return address;',
    },
  },
  {
    id: 'floods-user',
    says: 'A user asks so often in a minute, wherever from',
    file: `${api}/http/rate-limits.test.ts`,
    test: 'a user asks so often in a minute',
    change: {
      file: `${api}/http/rate-limits.ts`,
      from: 'if (request.signedIn !== null) await',
      to: 'if (request.signedIn === undefined) await',
    },
  },
  {
    id: 'queue',
    says: 'So many requests at once may wait for Telegram; further ones are told to come again',
    file: `${api}/app.test.ts`,
    test: 'a crowd',
    change: { file: `${api}/http/queue-cap.ts`, from: 'if (waiting >= mostAtOnce)', to: 'if (waiting > mostAtOnce)' },
  },
  {
    id: 'small-bodies',
    says: 'Bodies are small, and slow requests are cut off',
    file: `${api}/app.test.ts`,
    test: 'refuse more than 16 kB',
    change: { file: `${api}/http/json-bodies.ts`, from: 'bodyLimit = 16 * 1024', to: 'bodyLimit = 64 * 1024' },
  },
  {
    id: 'limits-set',
    says: 'Every limit can be set, and what is no limit is refused in words',
    file: `${api}/config/limits.test.ts`,
    change: { file: `${api}/config/limits.ts`, from: 'values[name] = Number(number);', to: '' },
  },
  {
    id: 'unicode-codes',
    says: 'Digits of any script and invisible marks are normalised in codes',
    file: `${verbs}/code-as-typed.test.ts`,
    test: 'as a code means its digits',
    change: { file: `${verbs}/code-as-typed.ts`, from: '    .replace(/\\p{Nd}/gu, asciiDigit)\n', to: '' },
  },
  {
    id: 'unicode-passwords',
    says: 'Never in passwords',
    file: `${verbs}/code-as-typed.test.ts`,
    test: 'as a password is the password',
    change: {
      file: `${verbs}/submit-password.ts`,
      from: "const first = await ask(turn, 'checkPassword', { password });",
      to: "const first = await ask(turn, 'checkPassword', { password: password.normalize('NFKC') });",
    },
  },
  {
    id: 'unicode-numbers',
    says: 'And in numbers',
    file: 'apps/web/src/connect/phone/read-number.test.ts',
    change: { file: 'apps/web/src/connect/phone/digits.ts', from: 'const zeros = [0x0660, ', to: 'const zeros = [' },
  },
  {
    id: 'restored',
    says: 'A restored database does not dial before it is told to',
    file: `${api}/admin/backup.test.ts`,
    test: 'lets a restored database dial only when told to',
    change: {
      file: `${vault}/backup.ts`,
      from: 'store.write((db) => stopDialling(db, now))',
      to: 'store.write(async () => now)',
    },
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
];
