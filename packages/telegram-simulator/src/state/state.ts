import { EventEmitter } from 'node:events';
import { createAccounts, type Accounts } from './accounts.ts';
import { createApps, type Apps } from './apps.ts';
import { createAuthKeys, type AuthKeys } from './auth-keys.ts';
import { createAuthorizations, type Authorizations } from './authorizations.ts';
import { createChallenges, type Challenges } from './challenges.ts';
import { systemClock, type Clock } from './clock.ts';
import { createCodes, type Codes } from './codes.ts';
import { openDatabase } from './database.ts';
import { createFaults, type Faults } from './faults.ts';
import { createJournal, type Journal } from './journal.ts';
import { createLoginTokens, type LoginTokens } from './login-tokens.ts';
import { createMessages, type Messages } from './messages.ts';
import { createRefusals, type Refusals } from './refusals.ts';
import { resettableTables } from './schema.ts';
import { createSettings, type Settings } from './settings.ts';

/** All that the simulated Telegram remembers; it survives a kill and a restart. */
export interface State {
  clock: Clock;
  settings: Settings;
  apps: Apps;
  accounts: Accounts;
  authKeys: AuthKeys;
  authorizations: Authorizations;
  codes: Codes;
  loginTokens: LoginTokens;
  challenges: Challenges;
  messages: Messages;
  faults: Faults;
  refusals: Refusals;
  journal: Journal;
  /** Empties everything but the settings. */
  reset(): void;
  /** Tells whoever watches (the phone page) to look again. */
  changed(): void;
  /** Returns the way to stop watching. */
  watch(listener: () => void): () => void;
  close(): void;
}

export function openState(file: string, clock: Clock = systemClock): State {
  const db = openDatabase(file);
  const settings = createSettings(db);
  const changes = new EventEmitter().setMaxListeners(0);
  const changed = (): void => void changes.emit('change');
  return {
    clock,
    settings,
    apps: createApps(db),
    accounts: createAccounts(db),
    authKeys: createAuthKeys(db, clock),
    authorizations: createAuthorizations(db),
    codes: createCodes(db),
    loginTokens: createLoginTokens(db),
    challenges: createChallenges(db),
    messages: createMessages(db),
    faults: createFaults(db, settings, changed),
    refusals: createRefusals(db),
    journal: createJournal(db),
    reset: db.transaction(() => {
      for (const table of resettableTables) db.exec(`DELETE FROM ${table}`);
    }),
    changed,
    watch(listener) {
      changes.on('change', listener);
      return () => void changes.off('change', listener);
    },
    close: () => void db.close(),
  };
}
