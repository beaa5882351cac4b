/** Columns carry the names of the fields they become; times are epoch milliseconds, flags are 0 or 1. */
export const schema = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS apps (apiId INTEGER PRIMARY KEY, apiHash TEXT NOT NULL, published INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS accounts (
  phone TEXT PRIMARY KEY, userId INTEGER NOT NULL UNIQUE, accessHash TEXT NOT NULL, dcId INTEGER NOT NULL,
  firstName TEXT NOT NULL, lastName TEXT, username TEXT, note TEXT NOT NULL,
  scenario TEXT NOT NULL, status TEXT NOT NULL, loginEmail TEXT,
  password TEXT, hint TEXT, salt1 BLOB, salt2 BLOB, verifier BLOB, createdAt INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS auth_keys (
  authKeyId TEXT NOT NULL, dcId INTEGER NOT NULL, key BLOB NOT NULL, layer INTEGER, client TEXT, createdAt INTEGER NOT NULL,
  PRIMARY KEY (authKeyId, dcId));
CREATE TABLE IF NOT EXISTS authorizations (
  authKeyId TEXT PRIMARY KEY, dcId INTEGER NOT NULL, phone TEXT NOT NULL, passwordPending INTEGER NOT NULL,
  hash TEXT NOT NULL UNIQUE, confirmed INTEGER NOT NULL, apiId INTEGER NOT NULL, deviceModel TEXT NOT NULL,
  systemVersion TEXT NOT NULL, appVersion TEXT NOT NULL, createdAt INTEGER NOT NULL, activeAt INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS authorizations_phone ON authorizations (phone);
CREATE TABLE IF NOT EXISTS ended_keys (authKeyId TEXT PRIMARY KEY, reason TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS codes (
  hash TEXT PRIMARY KEY, phone TEXT NOT NULL, authKeyId TEXT NOT NULL, code TEXT NOT NULL, chainIndex INTEGER NOT NULL,
  delivery TEXT NOT NULL, status TEXT NOT NULL, tries INTEGER NOT NULL, email TEXT, emailCode TEXT,
  emailResetAt INTEGER, sentAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL, nextAt INTEGER);
CREATE INDEX IF NOT EXISTS codes_phone ON codes (phone, sentAt);
CREATE TABLE IF NOT EXISTS login_tokens (
  token TEXT PRIMARY KEY, authKeyId TEXT NOT NULL, dcId INTEGER NOT NULL, apiId INTEGER NOT NULL, deviceName TEXT NOT NULL,
  exceptIds TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL, acceptedBy TEXT);
CREATE TABLE IF NOT EXISTS srp_challenges (
  id TEXT PRIMARY KEY, authKeyId TEXT NOT NULL, phone TEXT NOT NULL, verifier BLOB NOT NULL, secret BLOB NOT NULL,
  publicValue BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, phone TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, code TEXT,
  codeHash TEXT, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS messages_phone ON messages (phone, id);
CREATE TABLE IF NOT EXISTS pending_faults (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, method TEXT, dcId INTEGER, apiId INTEGER, times INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS refusals (
  phone TEXT NOT NULL, position INTEGER NOT NULL, uses INTEGER NOT NULL, PRIMARY KEY (phone, position));
CREATE TABLE IF NOT EXISTS journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, method TEXT NOT NULL, authKeyId TEXT NOT NULL, dcId INTEGER NOT NULL,
  phone TEXT, outcome TEXT NOT NULL, at INTEGER NOT NULL);
`;

/** Everything a reset empties: all tables but the settings, where the RSA key lives. */
export const resettableTables = [
  'apps',
  'accounts',
  'auth_keys',
  'authorizations',
  'ended_keys',
  'codes',
  'login_tokens',
  'srp_challenges',
  'messages',
  'pending_faults',
  'refusals',
  'journal',
] as const;
