import { relative, resolve } from 'node:path';
import type { ConfigProblem } from './config-error.ts';
import type { Environment } from './environment.ts';
import type { VariableName } from './variables.ts';

interface Rule {
  variable: VariableName;
  message: string;
  broken(env: Environment): boolean;
}

const lies = (path: string, folder: string) => !relative(resolve(folder), resolve(path)).startsWith('..');

const httpsOnly = 'must all begin with https:// in production';
const plainOrigin = (origins: string[] = []) => origins.some((origin) => !origin.startsWith('https://'));

/** What serves for trying out and must not serve people. */
const rules: readonly Rule[] = [
  {
    variable: 'PUBLIC_URL',
    message: 'must be set, with https://, in production',
    broken: (env) => env.PUBLIC_URL?.protocol !== 'https:',
  },
  { variable: 'DATA_DIR', message: 'must be set in production', broken: (env) => env.DATA_DIR === undefined },
  {
    variable: 'VAULT_KEYS_FILE',
    message: 'must be set in production: the development keyring is not used',
    broken: (env) => env.VAULT_KEYS_FILE === undefined,
  },
  {
    variable: 'VAULT_KEYS_FILE',
    message: 'must not lie in DATA_DIR in production: a stolen folder would open itself',
    broken: (env) =>
      env.VAULT_KEYS_FILE !== undefined && env.DATA_DIR !== undefined && lies(env.VAULT_KEYS_FILE, env.DATA_DIR),
  },
  {
    variable: 'TELEGRAM_NETWORK',
    message: "must be production or test in production: no simulator, no network of one's own",
    broken: (env) => env.TELEGRAM_NETWORK !== 'production' && env.TELEGRAM_NETWORK !== 'test',
  },
  { variable: 'LIMITS', message: 'must not be off in production', broken: (env) => env.LIMITS === false },
  {
    variable: 'HOST_API_KEY',
    message: 'must not be set in production: make a key with npm run admin -- host-keys create',
    broken: (env) => env.HOST_API_KEY !== undefined,
  },
  {
    variable: 'WEBHOOK_URL',
    message: 'must begin with https:// in production',
    broken: (env) => env.WEBHOOK_URL !== undefined && env.WEBHOOK_URL.protocol !== 'https:',
  },
  { variable: 'RETURN_ORIGINS', message: httpsOnly, broken: (env) => plainOrigin(env.RETURN_ORIGINS) },
  { variable: 'EMBED_ORIGINS', message: httpsOnly, broken: (env) => plainOrigin(env.EMBED_ORIGINS) },
  { variable: 'DEV_SIGN_IN', message: 'must not be on in production', broken: (env) => env.DEV_SIGN_IN === true },
];

/** Each development default or setting that production would run with. */
export const developmentLeftovers = (env: Environment): ConfigProblem[] =>
  rules.filter((rule) => rule.broken(env)).map(({ variable, message }) => ({ variable, message }));
