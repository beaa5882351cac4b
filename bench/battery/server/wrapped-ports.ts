import type { Change, KeyInUse, TelegramGateway, TelegramMethod } from '@botize/login';
import { StorageError, type SqliteVault } from '@botize/vault';
import type { KillOrder, StoreOrder } from './orders.ts';

/** What has been ordered; `answered`: the request in question is over, its result not yet written. */
export interface Orders {
  kill: KillOrder | null;
  store: StoreOrder | null;
  answered: boolean;
  failed: number;
}

/** As an operator's `kill -9` or a power cut: nothing is flushed, nobody is told. */
const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
};

const isOurs = (kill: KillOrder | null, on: KeyInUse, method: TelegramMethod): kill is KillOrder =>
  kill !== null && kill.method === method && kill.apiId === on.credentials.apiId;

/** The gateway as it is, but for the moment that was ordered. */
export const mortalGateway = (gateway: TelegramGateway, orders: Orders): TelegramGateway => ({
  ...boundTo(gateway),
  call: async (on, method, args, signal) => {
    const isChosen = isOurs(orders.kill, on, method);
    if (isChosen && orders.kill?.moment === 'before') return die();
    const result = await gateway.call(on, method, args, signal);
    if (!isOurs(orders.kill, on, method) || result.kind === 'migrated') return result;
    if (orders.kill.moment === 'answered') return die();
    orders.answered = true;
    return result;
  },
});

const boundTo = (gateway: TelegramGateway): TelegramGateway => ({
  openKey: gateway.openKey.bind(gateway),
  call: gateway.call.bind(gateway),
  watchLoginToken: gateway.watchLoginToken.bind(gateway),
  authKeyId: gateway.authKeyId.bind(gateway),
  release: gateway.release.bind(gateway),
  close: gateway.close.bind(gateway),
});

const userOf = (change: Change): string | null => {
  switch (change.type) {
    case 'attempt.update':
    case 'connection.put':
      return change.record.userId;
    case 'connection.erase':
      return change.userId;
    case 'key.retire':
      return change.key.userId;
    case 'audit':
      return change.entry.userId;
    default:
      return null;
  }
};

const belongsTo = (userId: string, changes: Change[]) =>
  changes.some((change) => userOf(change) === userId) || changes.every((change) => userOf(change) === null);

/** The vault as it is, but for the moment or the failure that was ordered. */
export const mortalVault = (vault: SqliteVault, orders: Orders): SqliteVault => {
  const write = async <T>(changes: Change[], userId: string | null, real: () => Promise<T>): Promise<T> => {
    mayFail(orders, changes, userId);
    const { kill } = orders;
    const isChosen = kill !== null && (userId === kill.userId || (userId === null && belongsTo(kill.userId, changes)));
    const isDue = isChosen && (kill.method === null || orders.answered);
    if (isDue && kill.moment === 'before_commit') return die();
    const written = await real();
    return isDue && kill.moment === 'committed' ? die() : written;
  };
  return {
    ...vault,
    commit: (lease, changes) => write(changes, null, () => vault.commit(lease, changes)),
    insertAttempt: (record, audit) => write([], record.userId, () => vault.insertAttempt(record, audit)),
  };
};

function mayFail(orders: Orders, changes: Change[], userId: string | null): void {
  const { store } = orders;
  if (store === null || (userId !== store.userId && !belongsTo(store.userId, changes))) return;
  if (store.after > 0) {
    orders.store = { ...store, after: store.after - 1 };
    return;
  }
  orders.store = store.times > 1 ? { ...store, times: store.times - 1 } : null;
  orders.failed += 1;
  throw new StorageError(store.failure, `ordered: ${store.failure}`);
}
