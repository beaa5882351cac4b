export { backUp, restore, type Restore } from './backup.ts';
export { checkUp, type CheckUp } from './check-up.ts';
export { countUp, type StoreCounts } from './count-up.ts';
export { addKey, createKeyring, dropKey, loadKeyring } from './crypto/keyring-file.ts';
export { Keyring } from './crypto/keyring.ts';
export { randomKeyring } from './crypto/random-keyring.ts';
export { allowDialling, diallingStopped } from './dialling.ts';
export * from './errors.ts';
export { inspectSessions, type StoredSession } from './inspect-sessions.ts';
export { openVault, type OpenVaultOptions, type SqliteVault } from './open-vault.ts';
export {
  letGoOfKey,
  rotateKeys,
  rotationProgress,
  type RotationOptions,
  type RotationOutcome,
  type RotationProgress,
} from './rotation.ts';
export type { AttemptEvent } from './stores/attempt-events.ts';
export type { BrowserSessionRecord, BrowserSessions } from './stores/browser-sessions.ts';
export type { DamagedRecord } from './stores/parts.ts';
export type { AuditVerdict, BrokenChain } from './stores/verify-audit.ts';
export { countsHold } from './verify-counts.ts';
export { verifySecrets, type SecretsVerdict } from './verify-secrets.ts';
