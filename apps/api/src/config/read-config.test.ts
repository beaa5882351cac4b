import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { Environment } from './environment.ts';
import { readConfig } from './read-config.ts';
import { variables } from './variables.ts';

const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => problem.variable);
  }
};

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://connect.example',
  DATA_DIR: '/srv/connect',
  VAULT_KEYS_FILE: '/etc/connect/keys.json',
  TELEGRAM_NETWORK: 'production',
};

describe('the configuration', () => {
  it('needs nothing to be set for trying out', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      limits: true,
      devSignIn: true,
      makeKeyring: true,
      phonePage: 'http://127.0.0.1:3001/',
      telegramDeadlineMs: 20_000,
      attemptTtlSeconds: 1_800,
      checkIntervalSeconds: 21_600,
    });
    expect(config.publicUrl.origin).toBe('http://localhost:3000');
    expect(config.network).toMatchObject({ kind: 'file', waitMs: 15_000 });
    expect(config.databaseFile).toMatch(/data\/connect\.db$/);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' }).port).toBe(3000);
  });

  it('follows the port in its own address', () => {
    expect(readConfig({ PORT: '4000' }).publicUrl.origin).toBe('http://localhost:4000');
  });

  it('says everything that is wrong at once', () => {
    const env = {
      PORT: '99999',
      LIMITS: 'maybe',
      TRUST_PROXY: '10.0.0.0/99',
      DATABASE_URL: 'mysql://x',
      NODE_ENV: 'staging',
    };
    expect(problemsOf(env).toSorted()).toEqual(Object.keys(env).toSorted());
    expect(() => readConfig(env)).toThrow(
      /PORT: must be a whole number from 1 to 65535\n.*LIMITS: must be on, off, or a list/s,
    );
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '3000abc'],
    ['PUBLIC_URL', 'connect.example'],
    ['PUBLIC_URL', 'http://connect.example'],
    ['PUBLIC_URL', 'https://connect.example/path'],
    ['PUBLIC_URL', 'https://user@connect.example'],
    ['TRUST_PROXY', 'true'],
    ['TELEGRAM_NETWORK', 'prodution'],
    ['TELEGRAM_DEADLINE_MS', '99'],
    ['ATTEMPT_TTL_SECONDS', '0'],
    ['SIMULATOR_URL', 'javascript:alert(1)'],
    ['HOST_API_KEY', 'too-short'],
    ['RETURN_ORIGINS', 'https://app.example.com/path'],
    ['RETURN_ORIGINS', 'https://app.example.com,'],
    ['RETURN_ORIGINS', '*'],
    ['EMBED_ORIGINS', 'https://*.example.com/x'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([name]);
  });

  it.each([
    ['off', false],
    ['2', 2],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['loopback', ['loopback']],
  ])('reads TRUST_PROXY=%s', (value, trust) => {
    expect(readConfig({ TRUST_PROXY: value }).trustProxy).toEqual(trust);
  });

  it('offers the development sign-in only on loopback', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).devSignIn).toBe(false);
    expect(readConfig({ PUBLIC_URL: 'https://tunnel.example' }).devSignIn).toBe(false);
    expect(readConfig({ HOST: '::1', PUBLIC_URL: 'http://[::1]:3000' }).devSignIn).toBe(true);
    expect(readConfig({ DEV_SIGN_IN: 'off' }).devSignIn).toBe(false);
    expect(problemsOf({ HOST: '0.0.0.0', DEV_SIGN_IN: 'on' })).toEqual(['DEV_SIGN_IN']);
  });

  it('takes limits of the operator, and those proposed for the rest', () => {
    const set = readConfig({ LIMITS: 'codesPerUser=7, triesPerNumber=4' });
    expect(set.limits).toBe(true);
    expect(set.limitValues).toMatchObject({ codesPerUser: 7, triesPerNumber: 4, codesPerNumber: 3 });
    expect(readConfig({}).limitValues.codesPerUser).toBe(5);
    for (const wrong of ['codesPerUser', 'codesPerUser=0', 'codesPerUser=-1', 'others=1', 'codesPerUser=5;x=1', '5']) {
      expect(problemsOf({ LIMITS: wrong }), wrong).toEqual(['LIMITS']);
    }
  });

  it('knows the side of the host platform, or that there is none', () => {
    expect(readConfig({}).platform).toEqual({ apiKey: null, webhook: null, returnOrigins: [], embedOrigins: [] });
    const secrets = [1, 2].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`);
    const { platform } = readConfig({
      HOST_API_KEY: 'k'.repeat(24),
      WEBHOOK_URL: 'https://app.example.com/webhooks?from=connect',
      WEBHOOK_SECRET: secrets.join(', '),
      RETURN_ORIGINS: 'https://app.example.com, http://127.0.0.1:3002',
      EMBED_ORIGINS: 'https://app.example.com',
    });
    expect(platform).toMatchObject({
      apiKey: 'k'.repeat(24),
      webhook: { secrets },
      embedOrigins: ['https://app.example.com'],
    });
    expect(platform.returnOrigins).toEqual(['https://app.example.com', 'http://127.0.0.1:3002']);
    expect(problemsOf({ WEBHOOK_URL: 'https://app.example.com/' })).toEqual(['WEBHOOK_SECRET']);
    expect(problemsOf({ WEBHOOK_SECRET: secrets.join(',') })).toEqual(['WEBHOOK_URL']);
    expect(problemsOf({ WEBHOOK_SECRET: 'whsec_short', WEBHOOK_URL: 'https://a.example' })).toEqual(['WEBHOOK_SECRET']);
  });

  it('keeps the limits on wherever people can be hurt', () => {
    expect(readConfig({ LIMITS: 'off' }).limits).toBe(false);
    expect(problemsOf({ LIMITS: 'off', TELEGRAM_NETWORK: 'test' })).toEqual(['LIMITS']);
  });

  it('knows a phone page only where there is a simulated phone', () => {
    expect(readConfig({ TELEGRAM_NETWORK: './other.json' }).phonePage).toBeNull();
    expect(readConfig({ TELEGRAM_NETWORK: './other.json', SIMULATOR_URL: 'http://127.0.0.1:4001' }).phonePage).toBe(
      'http://127.0.0.1:4001/',
    );
    expect(readConfig({ TELEGRAM_NETWORK: 'test', SIMULATOR_URL: 'http://127.0.0.1:4001' }).phonePage).toBeNull();
  });
});

describe('production', () => {
  it('starts on what it needs', () => {
    expect(readConfig(production)).toMatchObject({
      production: true,
      devSignIn: false,
      limits: true,
      makeKeyring: false,
    });
  });

  it('refuses every development default, naming each', () => {
    const missing = problemsOf({ NODE_ENV: 'production' });
    expect(missing.toSorted()).toEqual(['DATA_DIR', 'PUBLIC_URL', 'TELEGRAM_NETWORK', 'VAULT_KEYS_FILE']);
  });

  it('refuses every development setting beside them', () => {
    const named = problemsOf({ NODE_ENV: 'production', LIMITS: 'off', DEV_SIGN_IN: 'on' });
    expect(named).toEqual(expect.arrayContaining(['LIMITS', 'DEV_SIGN_IN']));
  });

  it.each([
    ['PUBLIC_URL', 'http://localhost:3000'],
    ['VAULT_KEYS_FILE', '/srv/connect/keys.json'],
    ['TELEGRAM_NETWORK', 'simulator'],
    ['TELEGRAM_NETWORK', '/srv/network.json'],
    ['LIMITS', 'off'],
    ['DEV_SIGN_IN', 'on'],
    ['HOST_API_KEY', 'k'.repeat(24)],
    ['RETURN_ORIGINS', 'http://app.example.com'],
    ['EMBED_ORIGINS', 'https://app.example.com,http://127.0.0.1:3002'],
  ])('refuses %s=%s', (name, value) => {
    expect(new Set(problemsOf({ ...production, [name]: value }))).toEqual(new Set([name]));
  });
});

describe('the table of variables', () => {
  it('is the environment that is read', () => {
    expect(variables.map((row) => row.name).toSorted()).toEqual(Object.keys(Environment.shape).toSorted());
  });
});
