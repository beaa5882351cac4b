import { setTimeout as pause } from 'node:timers/promises';
import type { Lane } from './lane.ts';
import type { User } from './user.ts';

const restWithinMs = 75_000;

/**
 * At any moment: no key is authorised for this user's people that we don't hold. Telegram is asked twice, since a key that
 * is just being logged out is authorised, then not, and only then forgotten here.
 */
export async function nothingUnknown(user: User, what: string): Promise<void> {
  const { lane } = user;
  const phones = new Set(user.people.map(({ phone }) => phone));
  const authorized = (await lane.control.authorizedKeys()).filter(({ phone }) => phones.has(phone));
  const held = new Set((await lane.inventory()).map(({ authKeyId }) => authKeyId));
  const still = new Set((await lane.control.authorizedKeys()).map(({ authKeyId }) => authKeyId));
  const orphans = authorized.filter(({ authKeyId }) => !held.has(authKeyId) && still.has(authKeyId));
  if (orphans.length > 0) lane.findings.add('orphan', `${what}: ${JSON.stringify(orphans)}`);
}

/** Codes sent ≤ codes asked for, and asked for no more often than the case allows. */
export async function codesAreFew(user: User, what: string, atMost: number): Promise<void> {
  const sent = await user.codesSent();
  if (sent > user.asked) user.lane.findings.add('code sent unasked', `${what}: ${sent} sent, ${user.asked} asked for`);
  if (sent > atMost + user.cutOff.size)
    user.lane.findings.add('code wasted', `${what}: ${sent} sent, ${atMost} would do`);
}

/** Waits until nothing is under way: then Telegram's authorised keys are those of the connections, and no others. */
export async function comesToRest(lane: Lane, what: string): Promise<void> {
  let last = '';
  for (const end = Date.now() + restWithinMs; Date.now() < end; await pause(500)) {
    const authorized = (await lane.control.authorizedKeys()).map(({ authKeyId }) => authKeyId).sort();
    const held = await lane.inventory();
    const connections = held
      .filter(({ kind }) => kind === 'connection')
      .map(({ authKeyId }) => authKeyId)
      .sort();
    const others = held.filter(({ kind }) => kind !== 'connection');
    if (others.length === 0 && authorized.join() === connections.join()) return;
    const onlyThere = authorized.filter((id) => !connections.includes(id));
    const onlyHere = connections.filter((id) => !authorized.includes(id));
    last = JSON.stringify({ onlyThere, onlyHere, others });
  }
  lane.findings.add('not at rest', `${what}: ${last}`);
}

export async function auditHolds(lane: Lane, what: string): Promise<void> {
  const { broken } = await lane.audit();
  if (broken > 0) lane.findings.add('audit chain broken', `${what}: ${broken}`);
}
