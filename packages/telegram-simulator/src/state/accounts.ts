import { randomBytes } from 'node:crypto';
import type { Db } from './database.ts';
import type { PasswordVerifier } from './srp.ts';

export type AccountStatus = 'active' | 'frozen' | 'deactivated' | 'banned';

/** A person of the simulated Telegram. The password is kept in the clear, so that its phone can show it. */
export interface Account {
  /** E.164 with `+`. */
  phone: string;
  userId: number;
  /** Decimal text of a signed long. */
  accessHash: string;
  dcId: number;
  firstName: string;
  lastName: string | null;
  username: string | null;
  /** A few words for the list of phones. */
  note: string;
  /** Name of the row in the table of scenarios. */
  scenario: string;
  status: AccountStatus;
  loginEmail: string | null;
  password: string | null;
  hint: string | null;
  createdAt: number;
}

export type NewAccount = Pick<Account, 'phone' | 'dcId' | 'firstName'> & Partial<Omit<Account, 'password' | 'hint'>>;

type Row = Account & { salt1: Buffer | null; salt2: Buffer | null; verifier: Buffer | null };

export interface Accounts {
  find(phone: string): Account | null;
  findByUserId(userId: number): Account | null;
  /** In the order of their making. */
  list(): Account[];
  /** Creates the account, or changes the members that are given. The password has a method of its own. */
  save(account: NewAccount, now: number): Account;
  setPassword(phone: string, password: { text: string; hint: string | null; verifier: PasswordVerifier } | null): void;
  verifierOf(phone: string): PasswordVerifier | null;
}

const firstUserId = 7_770_000_001;

function toAccount({ salt1: _salt1, salt2: _salt2, verifier: _verifier, ...account }: Row): Account {
  return account;
}

export function createAccounts(db: Db): Accounts {
  const find = db.prepare<[string], Row>('SELECT * FROM accounts WHERE phone = ?');
  const byUserId = db.prepare<[number], Row>('SELECT * FROM accounts WHERE userId = ?');
  const all = db.prepare<[], Row>('SELECT * FROM accounts ORDER BY userId');
  const highest = db.prepare<[], { id: number | null }>('SELECT MAX(userId) AS id FROM accounts');
  const upsert = db.prepare(`INSERT INTO accounts VALUES (@phone, @userId, @accessHash, @dcId, @firstName, @lastName,
    @username, @note, @scenario, @status, @loginEmail, NULL, NULL, NULL, NULL, NULL, @createdAt)
    ON CONFLICT (phone) DO UPDATE SET dcId = @dcId, firstName = @firstName, lastName = @lastName, username = @username,
    note = @note, scenario = @scenario, status = @status, loginEmail = @loginEmail`);
  const setPassword = db.prepare(
    'UPDATE accounts SET password = ?, hint = ?, salt1 = ?, salt2 = ?, verifier = ? WHERE phone = ?',
  );

  const accountOf = (row: Row | undefined): Account | null => (row ? toAccount(row) : null);
  return {
    find: (phone) => accountOf(find.get(phone)),
    findByUserId: (userId) => accountOf(byUserId.get(userId)),
    list: () => all.all().map(toAccount),
    save(changes, now) {
      const fresh = {
        userId: (highest.get()?.id ?? firstUserId - 1) + 1,
        accessHash: randomBytes(8).readBigInt64LE().toString(),
        lastName: null,
        username: null,
        note: '',
        scenario: 'plain',
        status: 'active',
        loginEmail: null,
        createdAt: now,
      };
      const { password: _password, hint: _hint, ...known } = this.find(changes.phone) ?? { password: null, hint: null };
      upsert.run({ ...fresh, ...known, ...changes });
      return this.find(changes.phone) as Account;
    },
    setPassword(phone, password) {
      const { salt1, salt2, value } = password?.verifier ?? { salt1: null, salt2: null, value: null };
      setPassword.run(password?.text ?? null, password?.hint ?? null, salt1, salt2, value, phone);
    },
    verifierOf(phone) {
      const row = find.get(phone);
      if (!row?.salt1 || !row.salt2 || !row.verifier) return null;
      return { salt1: row.salt1, salt2: row.salt2, value: row.verifier };
    },
  };
}
