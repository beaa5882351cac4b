import type { SupportAttempt, SupportConnection, SupportPerson } from '@botize/contract';
import { publicConnection } from '../../machine/public-connection.ts';
import { timestamp } from '../../machine/to-public.ts';
import type { PersonRecord, StaffAttempt, StaffConnection, SupportStore } from '../../ports/support.ts';
import type { Millis } from '../../ports/vault.ts';
import { Refusal } from '../../ports/world.ts';
import { connectionKey } from '../list-connections.ts';
import { entriesOf, type Staff, type SupportDeps } from './deps.ts';
import { diagnosePerson } from './diagnose-person.ts';
import { ofConnection } from './diagnoses.ts';
import { timelineOf } from './timeline.ts';
import { isUserId } from './understand.ts';
import { codesToday, waitsOf } from './waits.ts';

/** A page that stays open is one look. */
const lookAgainMs = 600_000;
const entriesAtMost = 200;
const endedAtMost = 10;

/**
 * Everything about one user that staff may see. That they looked is written into both chains before anything is read.
 * @throws Refusal support.person_not_found
 */
export async function seePerson(deps: SupportDeps, staff: Staff, userId: string): Promise<SupportPerson> {
  await mustBeKnown(deps, userId);
  const at = deps.clock.now();
  const entries = entriesOf(staff, { userId, what: 'looked', at });
  const look = { staffId: staff.id, about: `user:${userId}`, at, entries };
  const lookedAt = await deps.support.noteLook(look, at - lookAgainMs);
  return read(deps, userId, lookedAt);
}

/** @throws Refusal support.person_not_found: nobody that we know, or no user at all */
export async function mustBeKnown(
  { support }: { support: Pick<SupportStore, 'isKnown'> },
  userId: string,
): Promise<void> {
  if (!isUserId(userId) || !(await support.isKnown(userId))) throw new Refusal('support.person_not_found');
}

async function read(deps: SupportDeps, userId: string, lookedAt: Millis): Promise<SupportPerson> {
  const { support, vault, clock } = deps;
  const person = await support.person(userId);
  const attempts = await support.attemptsOf(userId);
  const connections = await support.connectionsOf(userId);
  const audit = await vault.activity(userId, null, entriesAtMost);
  const events = await support.eventsOf(userId);
  const open = attempts.find(({ endedAt }) => endedAt === null) ?? null;
  const numbers = await support.numbersOf(userId);
  const waits = await waitsOf(deps, { userId, numbers }, { open, person });
  const refused = person?.refused ?? null;
  const hasTried = audit.some(({ action }) => action.startsWith('attempt.'));
  const known = { attempts, refused, connections, waits, hasTried, now: clock.now() };
  return {
    user: userOf(userId, person),
    diagnosis: diagnosePerson(known),
    connections: await Promise.all(connections.map((one) => showConnection(deps, one))),
    attempt: open === null ? null : showAttempt(open),
    refusedStart:
      refused === null ? null : { ...refused, at: timestamp(refused.at), retryAt: timeOrNull(refused.retryAt) },
    endedAttempts: attempts
      .filter(({ endedAt }) => endedAt !== null)
      .slice(0, endedAtMost)
      .map(showAttempt),
    waits,
    codesToday: await codesToday(deps, userId),
    logoutsPending: await vault.logoutsPending(userId),
    timeline: timelineOf({ audit, events, attempts, connections }),
    lookedAt: timestamp(lookedAt),
  };
}

const timeOrNull = (at: Millis | null): string | null => (at === null ? null : timestamp(at));

const userOf = (id: string, person: PersonRecord | null): SupportPerson['user'] => ({
  id,
  label: person?.label ?? null,
  locale: person?.locale ?? null,
  timeZone: person?.timeZone ?? null,
  firstSeenAt: timeOrNull(person?.firstSeenAt ?? null),
  lastSeenAt: timeOrNull(person?.lastSeenAt ?? null),
});

function showAttempt(attempt: StaffAttempt): SupportAttempt {
  const { id, reference, revision, step, code, connectionId, phoneMasked, delivery, triesLeft, hasQr } = attempt;
  const issue = code === null || step === 'failed' ? null : { code, retryAt: timeOrNull(attempt.retryAt) };
  return {
    id,
    reference,
    revision,
    step,
    issue,
    code: step === 'failed' ? code : null,
    createdAt: timestamp(attempt.createdAt),
    expiresAt: timestamp(attempt.expiresAt),
    endedAt: timeOrNull(attempt.endedAt),
    connectionId,
    phoneMasked,
    delivery,
    resendAt: timeOrNull(attempt.resendAt),
    triesLeft,
    hasQr,
  };
}

export async function showConnection(
  { vault, clock }: Pick<SupportDeps, 'vault' | 'clock'>,
  connection: StaffConnection,
): Promise<SupportConnection> {
  const leasedUntil = await vault.leasedUntil(connectionKey(connection.id), clock.now());
  const { redeemed, since } = connection;
  const diagnosis = ofConnection(connection);
  return { ...publicConnection(connection, leasedUntil), since: timestamp(since), diagnosis, redeemed };
}
