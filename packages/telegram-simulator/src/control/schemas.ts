/** JSON schemas of the bodies; what they don't name is refused. */
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
const textOrNull = (maxLength: number) => ({ type: ['string', 'null'], maxLength }) as const;
const dcId = { type: 'integer', minimum: 1, maximum: 3 } as const;

function body(properties: Record<string, object>, required: string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required };
}

export const accountBody = body(
  {
    phone: text(30),
    firstName: text(64),
    lastName: textOrNull(64),
    username: textOrNull(32),
    dcId,
    password: textOrNull(256),
    hint: textOrNull(256),
    scenario: text(40),
    status: { enum: ['active', 'frozen', 'deactivated', 'banned'] },
    loginEmail: textOrNull(254),
    note: textOrNull(80),
  },
  ['phone'],
);
export const passwordBody = body({ password: textOrNull(256), hint: textOrNull(256) }, ['password']);
export const approveBody = body({ url: text(400), token: text(200), phone: text(30) }, ['phone']);
export const refuseBody = body({ url: text(400), token: text(200) });
export const clockBody = body({ skewSeconds: { type: 'integer', minimum: -31_536_000, maximum: 31_536_000 } }, [
  'skewSeconds',
]);
export const settingsBody = body({
  country: { type: 'string', pattern: '^[A-Z]{2}$' },
  loginTokenSeconds: { type: 'integer', minimum: 1, maximum: 3600 },
  codeSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
});
export const appBody = body(
  { apiId: { type: 'integer', minimum: 1 }, apiHash: text(64), published: { type: 'boolean' } },
  ['apiId', 'apiHash'],
);

const plainKinds = [
  'answer_lost',
  'reset_after',
  'mute',
  'reset_before',
  'half_frame',
  'garbage',
  'duplicate_answer',
  'black_hole',
];
const code = { type: 'integer' } as const;
const kindOf = (type: string, properties: Record<string, object> = {}, required: string[] = []) =>
  body({ type: { const: type }, ...properties }, ['type', ...required]);

export const faultBody = body(
  {
    method: { type: ['string', 'null'], minLength: 1, maxLength: 80 },
    dcId: { type: ['integer', 'null'], minimum: 1, maximum: 3 },
    apiId: { type: ['integer', 'null'], minimum: 1 },
    times: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    kind: {
      oneOf: [
        kindOf('rpc_error', { code, message: text(200), notification: text(500) }, ['code', 'message']),
        kindOf('slow', { ms: { type: 'integer', minimum: 0, maximum: 600_000 } }, ['ms']),
        kindOf('transport_error', { code }, ['code']),
        kindOf('bad_msg', { code }, ['code']),
        ...plainKinds.map((type) => kindOf(type)),
      ],
    },
  },
  ['kind'],
);
