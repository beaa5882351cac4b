export interface VariableRow {
  name: string;
  /** What holds when it is not set, in words. */
  fallback: string;
  meaning: string;
  /** What `NODE_ENV=production` asks for. */
  production: string;
}

const anything = 'as elsewhere';

/** Every variable the server reads: for the documentation, and to tell a misspelt one. */
export const variables = [
  {
    name: 'NODE_ENV',
    fallback: 'development',
    meaning: '`production`, `development` or `test`',
    production: '`production` refuses every development default',
  },
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'address to listen on', production: anything },
  { name: 'PORT', fallback: '3000', meaning: 'port to listen on, 1 to 65535', production: anything },
  {
    name: 'PUBLIC_URL',
    fallback: 'http://localhost:<PORT>',
    meaning: 'address people use: for links, the cookie and the check of `Origin`. Plain http only on loopback',
    production: 'required, https',
  },
  {
    name: 'TRUST_PROXY',
    fallback: 'off',
    meaning: '`off`, the number of proxies before the server, or their addresses (CIDR) separated by commas',
    production: anything,
  },
  {
    name: 'DATA_DIR',
    fallback: './data',
    meaning: 'folder of everything that lasts; its owner alone may enter',
    production: 'required',
  },
  {
    name: 'DATABASE_URL',
    fallback: 'sqlite:<DATA_DIR>/connect.db',
    meaning: '`sqlite:` and a file',
    production: anything,
  },
  {
    name: 'VAULT_KEYS_FILE',
    fallback: '<DATA_DIR>/vault-keys.json, made on first start',
    meaning: 'the keyring; readable by its owner alone',
    production: 'required, outside DATA_DIR, never made',
  },
  {
    name: 'TELEGRAM_NETWORK',
    fallback: 'simulator',
    meaning: '`simulator`, `production`, `test`, or the path of a JSON file that describes a network',
    production: 'required, `production` or `test`',
  },
  {
    name: 'TELEGRAM_DEADLINE_MS',
    fallback: '20000',
    meaning: 'deadline of one request to Telegram, 100 to 60000',
    production: anything,
  },
  {
    name: 'SIMULATOR_URL',
    fallback: 'http://127.0.0.1:3001/',
    meaning: 'where the phone page of the simulated Telegram is; pages link to it',
    production: 'not used',
  },
  {
    name: 'SIMULATOR_NETWORK_FILE',
    fallback: '<DATA_DIR>/simulator-network.json',
    meaning: 'the network file that the simulator writes; waited for at start',
    production: 'not used',
  },
  {
    name: 'ATTEMPT_TTL_SECONDS',
    fallback: '1800',
    meaning: 'how long an attempt stays open, 1 to 86400',
    production: anything,
  },
  {
    name: 'CHECK_INTERVAL_SECONDS',
    fallback: '21600',
    meaning: 'how often a connection is checked, 1 to 2592000',
    production: anything,
  },
  {
    name: 'AUDIT_RETENTION_DAYS',
    fallback: '365',
    meaning: 'how long the audit of a user who has left is kept, 1 to 3650',
    production: anything,
  },
  {
    name: 'LIMITS',
    fallback: 'on',
    meaning:
      '`on`, `off` where no real Telegram is dialled, or values of your own, as `codesPerUser=5,codesPerNumber=3`; the names are those of `limits.ts`',
    production: '`on`',
  },
  {
    name: 'DEV_SIGN_IN',
    fallback: '`on` if HOST and PUBLIC_URL are loopback',
    meaning: 'the development sign-in: anybody may be any user. `on` needs HOST on loopback',
    production: '`off`',
  },
  {
    name: 'HOST_API_KEY',
    fallback: 'none',
    meaning: 'a key of the host platform with every scope, 24 characters or more',
    production: 'not allowed: `npm run admin -- host-keys create`',
  },
  {
    name: 'METRICS_TOKEN',
    fallback: 'none',
    meaning:
      'what `/metrics` asks for as a bearer token, 24 characters or more. Without it only programs on this machine may read them, and nobody where TRUST_PROXY is set',
    production: anything,
  },
  {
    name: 'WEBHOOK_URL',
    fallback: 'none: nobody is told',
    meaning: 'where the host platform is told what happened',
    production: 'https',
  },
  {
    name: 'WEBHOOK_SECRET',
    fallback: 'none',
    meaning: '`whsec_` and base64; signs the webhooks. Two with a comma, the new one first, while it is changed',
    production: 'required with WEBHOOK_URL',
  },
  {
    name: 'RETURN_ORIGINS',
    fallback: 'none',
    meaning: 'origins that a connect link may lead back to, separated by commas',
    production: 'https',
  },
  {
    name: 'EMBED_ORIGINS',
    fallback: 'none',
    meaning: 'origins whose pages may show the wizard in a frame, separated by commas',
    production: 'https',
  },
] as const satisfies readonly VariableRow[];

export type VariableName = (typeof variables)[number]['name'];
