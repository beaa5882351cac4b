import type { SqliteVault } from '@botize/vault';
import BetterSqlite3 from 'better-sqlite3';

/** Names what the `n`-th of everything is called, for the rows and for those who search for them. */
export const nth = {
  user: (n: number) => `user-${n}`,
  label: (n: number) => `Person ${n} <person.${n}@example.com>`,
  phone: (n: number) => `+346${String(n).padStart(8, '0')}`,
  connection: (n: number) => `con_${String(n).padStart(22, '0')}`,
  username: (n: number) => `name_${n}`,
  request: (n: number) => `req_${String(n).padStart(22, '0')}`,
  reference: (n: number) => {
    const digits = n.toString().padStart(8, '0');
    return `CN-${digits.slice(0, 4)}-${digits.slice(4)}`;
  },
};

/** Of so many connections: how many people try now, and how many starts were refused. */
export const shares = { attempts: 0.01, refused: 0.002 };

const upTo = 'with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @count)';

const people = `${upTo}
  insert into people (user_id, label, label_key, locale, first_seen_at, last_seen_at, refused_code, refused_at, refused_request_id)
  select user(i), label(i), lower(label(i)), 'en', @now - i * 1000, @now - i * 1000,
    case when i < @refused then 'telegram.api_id_invalid' end,
    case when i < @refused then @now - i * 60000 end,
    case when i < @refused then request(i) end
  from n`;

/** Nine in ten are well; the others are spread over the reasons. An envelope is never opened here. */
const connections = `${upTo}
  insert into connections (id, user_id, reference, status, reason, account_id, account_name, account_username,
    phone_masked, phone_fingerprint, connected_at, last_check_at, last_check_outcome, device_name, generation,
    consent_version, consent_at, key_id, envelope, status_since, username_key)
  select connection(i), user(i), reference(i),
    case when i % 10 > 0 then 'connected' when i % 50 = 0 then 'suspended' else 'needs_reconnect' end,
    case when i % 10 > 0 then null
      when i % 50 = 0 then case i / 50 % 3 when 0 then 'banned' when 1 then 'frozen' else 'deactivated' end
      else case i / 10 % 3 when 0 then 'revoked' when 1 then 'expired' else 'duplicated' end end,
    i, 'Person ' || i, 'Name_' || i, '+34 ••• ••• 678', hash(i), @now - i * 1000, @now, 'ok', 'Botize', 1,
    '1', @now, 'k1', zeroblob(1200), @now - abs(random()) % 31536000000, 'name_' || i
  from n`;

const attempts = `${upTo}
  insert into attempts (id, user_id, reference, revision, event_id, step, created_at, expires_at, ended_at,
    consent_version, consent_at, key_id, envelope, issue_code, phone_masked, phone_fingerprint, has_qr, standing, state_since)
  select printf('att_%022d', i), user(i), reference(99000000 + i), 1, 1,
    case when i % 4 = 3 then 'failed' when i % 2 = 0 then 'code' else 'phone' end, @now - i * 1000, @now + 3600000,
    case when i % 4 = 3 then @now end, '1', @now, 'k1', zeroblob(1200),
    case when i % 4 > 1 then 'telegram.phone_code_invalid' end, '+34 ••• ••• 678', hash(i), 0,
    case i % 4 when 3 then 'failed' when 2 then 'stuck' else 'trying' end, @now - i * 1000
  from n`;

const counts = `
  delete from counts;
  insert into counts select 'status', status, count(*) from connections group by status;
  insert into counts select 'reason', reason, count(*) from connections where reason is not null group by reason;
  insert into counts select 'standing', standing, count(*) from attempts group by standing;
  insert into counts select 'step', step, count(*) from attempts where ended_at is null group by step;
  insert into counts select 'refused', 'all', count(*) from people where refused_code is not null`;

/** Puts indexes and triggers aside while the rows come in, and back afterwards: a table is filled faster without. */
function aside(db: BetterSqlite3.Database, work: () => void): void {
  const kept = db
    .prepare(`select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null
      and tbl_name in ('people', 'connections', 'attempts')`)
    .all() as { type: string; name: string; sql: string }[];
  for (const { type, name } of kept) db.exec(`drop ${type} ${name}`);
  work();
  for (const { sql } of kept) db.exec(sql);
}

/** Writes so many connections, each of somebody of their own, past the vault, which would seal each for itself. */
export function fill(vault: SqliteVault, databaseFile: string, count: number): void {
  const db = new BetterSqlite3(databaseFile);
  db.pragma('synchronous = off');
  db.pragma('cache_size = -400000');
  db.function('hash', { deterministic: true }, (n) => vault.fingerprint('phone', nth.phone(Number(n))));
  for (const name of ['user', 'label', 'connection', 'reference', 'request'] as const) {
    db.function(name, { deterministic: true }, (n) => nth[name](Number(n)));
  }
  const now = Date.now();
  db.transaction(() =>
    aside(db, () => {
      db.prepare(people).run({ count, now, refused: Math.ceil(count * shares.refused) });
      db.prepare(connections).run({ count, now });
      db.prepare(attempts).run({ count: Math.ceil(count * shares.attempts), now });
      db.exec(counts);
    }),
  )();
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}
