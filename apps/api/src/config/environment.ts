import { isIP } from 'node:net';
import * as z from 'zod';
import type { TrustProxy } from '../deps.ts';
import { defaultLimits, parseLimits, type LimitValues } from './limits.ts';
import type { VariableName } from './variables.ts';

const wholeNumber = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
};

const onOff = z.enum(['on', 'off'], 'must be on or off').transform((value) => value === 'on');

/** `on`, `off`, or some of the limits with values of one's own. */
const limitsText = z.string().transform((value, context): false | LimitValues => {
  if (value === 'off') return false;
  const parsed = value === 'on' ? defaultLimits : parseLimits(value);
  if (typeof parsed !== 'string') return parsed;
  context.addIssue(parsed);
  return z.NEVER;
});

const httpUrl = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  context.addIssue('must be an address that begins with http:// or https://');
  return z.NEVER;
});

const isBareOrigin = (url: URL) =>
  url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';

const named = new Set(['loopback', 'linklocal', 'uniquelocal']);
const isNetwork = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/');
  if (named.has(text)) return true;
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

const trustProxy = z.string().transform((value, context): TrustProxy => {
  if (value === 'off') return false;
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  const networks = value.split(',').map((part) => part.trim());
  if (networks.every(isNetwork)) return networks;
  context.addIssue('must be off, a number of proxies, or addresses (CIDR) separated by commas');
  return z.NEVER;
});

const telegramNetwork = z
  .string()
  .refine(
    (value) => ['simulator', 'production', 'test'].includes(value) || value.includes('/') || value.endsWith('.json'),
    'must be simulator, production, test, or the path of a JSON file',
  );

/** Whole origins, separated by commas: nothing after the host and port. */
const origins = z.string().transform((value, context): string[] => {
  const urls = value.split(',').map((part) => part.trim());
  const good = urls.every(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && isBareOrigin(new URL(text)),
  );
  if (good) return urls.map((text) => new URL(text).origin);
  context.addIssue('must be origins such as https://app.example.com, separated by commas');
  return z.NEVER;
});

const webhookSecrets = z
  .string()
  .regex(
    /^whsec_[A-Za-z0-9+/]{32,128}={0,2}(,\s*whsec_[A-Za-z0-9+/]{32,128}={0,2})*$/,
    'must be whsec_ and 24 to 64 bytes in base64; during a change two of them, the new one first, with a comma',
  )
  .transform((value) => value.split(',').map((part) => part.trim()));

const file = z.string().min(1, 'must not be empty');

/** An empty variable is one that is not set. Anything absent stays absent: defaults depend on each other. */
export const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test'], 'must be production, development or test').optional(),
  HOST: z.string().optional(),
  PORT: wholeNumber(1, 65_535).optional(),
  PUBLIC_URL: httpUrl.refine(isBareOrigin, 'must have no path, query or user name').optional(),
  TRUST_PROXY: trustProxy.optional(),
  DATA_DIR: file.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:./, 'must be sqlite: and the path of a file')
    .optional(),
  VAULT_KEYS_FILE: file.optional(),
  TELEGRAM_NETWORK: telegramNetwork.optional(),
  TELEGRAM_DEADLINE_MS: wholeNumber(100, 60_000).optional(),
  SIMULATOR_URL: httpUrl.optional(),
  SIMULATOR_NETWORK_FILE: file.optional(),
  ATTEMPT_TTL_SECONDS: wholeNumber(1, 86_400).optional(),
  CHECK_INTERVAL_SECONDS: wholeNumber(1, 2_592_000).optional(),
  AUDIT_RETENTION_DAYS: wholeNumber(1, 3_650).optional(),
  LIMITS: limitsText.optional(),
  DEV_SIGN_IN: onOff.optional(),
  HOST_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{24,128}$/, 'must have 24 to 128 letters, digits and signs')
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{24,128}$/, 'must have 24 to 128 letters, digits and signs')
    .optional(),
  WEBHOOK_URL: httpUrl.optional(),
  WEBHOOK_SECRET: webhookSecrets.optional(),
  RETURN_ORIGINS: origins.optional(),
  EMBED_ORIGINS: origins.optional(),
} satisfies Record<VariableName, z.ZodType>);
export type Environment = z.infer<typeof Environment>;
