import { isIP } from 'node:net';
import * as z from 'zod';
import type { TrustProxy } from '../deps.ts';
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
  LIMITS: onOff.optional(),
  DEV_SIGN_IN: onOff.optional(),
} satisfies Record<VariableName, z.ZodType>);
export type Environment = z.infer<typeof Environment>;
