import type { Db } from './database.ts';

/** How it reached the person: `app` is the service chat, the others are what the phone itself received. */
export type MessageKind = 'app' | 'sms' | 'call' | 'email' | 'fragment' | 'notice';

/** Something the person's phone shows. */
export interface PhoneMessage {
  id: number;
  phone: string;
  kind: MessageKind;
  text: string;
  /** The code in it, if it carries one. */
  code: string | null;
  codeHash: string | null;
  at: number;
}

export interface Messages {
  add(message: Omit<PhoneMessage, 'id'>): PhoneMessage;
  /** Newest first. */
  list(phone: string, limit: number): PhoneMessage[];
  /** Numbers that something was sent to although nobody has them. */
  unclaimedPhones(): string[];
}

export function createMessages(db: Db): Messages {
  const add = db.prepare<[Omit<PhoneMessage, 'id'>], PhoneMessage>(
    'INSERT INTO messages VALUES (NULL, @phone, @kind, @text, @code, @codeHash, @at) RETURNING *',
  );
  const list = db.prepare<[string, number], PhoneMessage>(
    'SELECT * FROM messages WHERE phone = ? ORDER BY id DESC LIMIT ?',
  );
  const unclaimed = db.prepare<[], { phone: string }>(
    'SELECT DISTINCT phone FROM messages WHERE phone NOT IN (SELECT phone FROM accounts) ORDER BY phone',
  );
  return {
    unclaimedPhones: () => unclaimed.all().map(({ phone }) => phone),
    add: (message) => add.get(message) as PhoneMessage,
    list: (phone, limit) => list.all(phone, limit),
  };
}
