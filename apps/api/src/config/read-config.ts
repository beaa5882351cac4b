import { join, resolve } from 'node:path';
import type { TrustProxy } from '../deps.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError } from './config-error.ts';
import { Environment } from './environment.ts';
import { defaultLimits, type LimitValues } from './limits.ts';
import { isLoopback } from './loopback.ts';
import { developmentLeftovers } from './production.ts';
import type { VariableName } from './variables.ts';

export type NetworkConfig =
  | { kind: 'telegram'; name: 'production' | 'test' }
  /** `waitMs`: how long the file may take to appear. */
  | { kind: 'file'; file: string; waitMs: number };

/** The host platform's side. SECRET: `apiKey` and the webhook's `secrets`, the newest of which is first. */
export interface PlatformConfig {
  apiKey: string | null;
  webhook: { url: URL; secrets: string[] } | null;
  returnOrigins: string[];
  embedOrigins: string[];
}

/** Paths are absolute. Holds no secret but `metricsToken` and those of `platform`: the others are read from the files it names. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  publicUrl: URL;
  trustProxy: TrustProxy;
  dataDir: string;
  databaseFile: string;
  keyringFile: string;
  /** Whether a keyring that isn't there is made. */
  makeKeyring: boolean;
  network: NetworkConfig;
  phonePage: string | null;
  telegramDeadlineMs: number;
  attemptTtlSeconds: number;
  checkIntervalSeconds: number;
  auditRetentionDays: number;
  limits: boolean;
  limitValues: LimitValues;
  devSignIn: boolean;
  platform: PlatformConfig;
  /** SECRET. */
  metricsToken: string | null;
}

const simulatorWaitMs = 15_000;

const networkOf = (env: Environment, dataDir: string): NetworkConfig => {
  const choice = env.TELEGRAM_NETWORK ?? 'simulator';
  if (choice === 'production' || choice === 'test') return { kind: 'telegram', name: choice };
  if (choice !== 'simulator') return { kind: 'file', file: resolve(choice), waitMs: 0 };
  const file = resolve(env.SIMULATOR_NETWORK_FILE ?? join(dataDir, 'simulator-network.json'));
  return { kind: 'file', file, waitMs: simulatorWaitMs };
};

/** The simulator has one where we expect it; a network of one's own only if told. */
const phonePageOf = (env: Environment): string | null => {
  const simulator = (env.TELEGRAM_NETWORK ?? 'simulator') === 'simulator';
  return env.SIMULATOR_URL?.href ?? (simulator ? 'http://127.0.0.1:3001/' : null);
};

const platformOf = (env: Environment): PlatformConfig => ({
  apiKey: env.HOST_API_KEY ?? null,
  webhook: env.WEBHOOK_URL && env.WEBHOOK_SECRET ? { url: env.WEBHOOK_URL, secrets: env.WEBHOOK_SECRET } : null,
  returnOrigins: env.RETURN_ORIGINS ?? [],
  embedOrigins: env.EMBED_ORIGINS ?? [],
});

const toConfig = (env: Environment): Config => {
  const production = env.NODE_ENV === 'production';
  const host = env.HOST ?? '127.0.0.1';
  const port = env.PORT ?? 3000;
  const publicUrl = env.PUBLIC_URL ?? new URL(`http://localhost:${port}`);
  const dataDir = resolve(env.DATA_DIR ?? 'data');
  const network = networkOf(env, dataDir);
  return {
    production,
    host,
    port,
    publicUrl,
    trustProxy: env.TRUST_PROXY ?? false,
    dataDir,
    databaseFile: resolve(env.DATABASE_URL?.slice('sqlite:'.length) ?? join(dataDir, 'connect.db')),
    keyringFile: resolve(env.VAULT_KEYS_FILE ?? join(dataDir, 'vault-keys.json')),
    makeKeyring: !production,
    network,
    phonePage: network.kind === 'file' ? phonePageOf(env) : null,
    telegramDeadlineMs: env.TELEGRAM_DEADLINE_MS ?? 20_000,
    attemptTtlSeconds: env.ATTEMPT_TTL_SECONDS ?? 1_800,
    checkIntervalSeconds: env.CHECK_INTERVAL_SECONDS ?? 21_600,
    auditRetentionDays: env.AUDIT_RETENTION_DAYS ?? 365,
    limits: env.LIMITS !== false,
    limitValues: env.LIMITS || defaultLimits,
    platform: platformOf(env),
    metricsToken: env.METRICS_TOKEN ?? null,
    devSignIn: env.DEV_SIGN_IN ?? (!production && isLoopback(host) && isLoopback(publicUrl.hostname)),
  };
};

/** What only shows once the defaults are filled in. */
const contradictions = (config: Config, env: Environment): ConfigProblem[] => {
  const problems: ConfigProblem[] = [];
  if (config.publicUrl.protocol === 'http:' && !isLoopback(config.publicUrl.hostname)) {
    problems.push({ variable: 'PUBLIC_URL', message: 'must begin with https:// anywhere but on loopback' });
  }
  if (config.devSignIn && !isLoopback(config.host)) {
    problems.push({ variable: 'DEV_SIGN_IN', message: 'must not be on while HOST is open to other machines' });
  }
  if (!config.limits && config.network.kind === 'telegram') {
    problems.push({ variable: 'LIMITS', message: 'must not be off while a real Telegram network is dialled' });
  }
  if ((env.WEBHOOK_URL === undefined) !== (env.WEBHOOK_SECRET === undefined)) {
    const missing = env.WEBHOOK_URL === undefined ? 'WEBHOOK_URL' : 'WEBHOOK_SECRET';
    problems.push({ variable: missing, message: 'must be set: WEBHOOK_URL and WEBHOOK_SECRET belong together' });
  }
  return problems;
};

/** Without the ones said already: one line a variable and reason is enough. */
const withoutRepeats = (problems: ConfigProblem[]) => [
  ...new Map(problems.map((one) => [one.variable + one.message, one])).values(),
];

/** @throws ConfigError that lists everything that is wrong */
export const readConfig = (variables: NodeJS.ProcessEnv): Config => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  const malformed = (parsed.error?.issues ?? []).map((issue) => ({
    variable: String(issue.path[0]) as VariableName,
    message: issue.message,
  }));
  const broken = new Set(malformed.map((problem) => problem.variable));
  const readable = Object.fromEntries(Object.entries(set).filter(([name]) => !broken.has(name as VariableName)));
  const env = Environment.parse(readable);
  const config = toConfig(env);
  const leftovers = config.production ? developmentLeftovers(env) : [];
  const unsuitable = [...leftovers, ...contradictions(config, env)].filter((problem) => !broken.has(problem.variable));
  const problems = withoutRepeats([...malformed, ...unsuitable]);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
};
