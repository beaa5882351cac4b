import type { SupportConnection, WithReason } from '@botize/contract';
import { Refusal } from '../../ports/world.ts';
import { checkConnection } from '../check-connection.ts';
import { staffActor, type Staff, type SupportDeps, writeDown } from './deps.ts';
import { showConnection } from './see-person.ts';

/** Asks Telegram whether a session still works. @throws Refusal connection.not_found, connection.leased */
export async function askCheck(
  deps: SupportDeps,
  staff: Staff,
  connectionId: string,
  { reason }: WithReason,
): Promise<SupportConnection> {
  const { userId } = await load(deps, connectionId);
  await writeDown(deps, staff, { userId, what: 'asked_check', connectionId, detail: { why: reason } });
  await checkConnection(deps, staffActor(staff, userId), connectionId);
  return showConnection(deps, await load(deps, connectionId));
}

async function load({ support }: SupportDeps, id: string) {
  const connection = await support.connection(id);
  if (connection === null) throw new Refusal('connection.not_found');
  return connection;
}
