import { leaseSession, Refusal, releaseLease, systemClock } from '@botize/login';
import { loadKeyring, openVault } from '@botize/vault';
import type { Order, Report } from './messages.ts';

/** A process of the server's kind that asks for leases when told: `racer <database> <keyring> <name>`. */
const [databaseFile = '', keysFile = '', name = ''] = process.argv.slice(2);
const vault = await openVault({ databaseFile, keyring: loadKeyring(keysFile), busyTimeoutMs: 30_000 });
const deps = { vault, host: vault.host, clock: systemClock };
const key = { id: name, name, scopes: [] };

const tell = (report: Report) => void process.send?.(report);

const race = async (lane: string): Promise<Report> => {
  try {
    const { id, fence, session } = await leaseSession(deps, key, lane, { holder: name, seconds: 600 });
    return { lane, result: 'won', id, fence, hasSession: session !== '' };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'lease.held') return { lane, result: 'held' };
    return { lane, result: 'failed', error: String(error) };
  }
};

process.on('message', async (order: Order) => {
  if (order.do === 'race') return tell(await race(order.lane));
  if (order.do === 'stop') {
    await vault.close();
    process.exit(0);
  }
  await releaseLease(deps, key, order.id);
  return tell({ lane: order.lane, result: 'released' });
});
tell({ lane: '', result: 'ready' });
