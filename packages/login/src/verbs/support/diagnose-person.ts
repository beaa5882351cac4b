import { diagnoseAttempt, type Diagnosis, type Wait } from '@botize/contract';
import type { RefusedStart, StaffAttempt, StaffConnection } from '../../ports/support.ts';
import type { Millis } from '../../ports/vault.ts';
import { diagnosis, ofAttempt, ofConnection, ofRefusedStart } from './diagnoses.ts';

interface Known {
  /** Newest first. */
  attempts: StaffAttempt[];
  refused: RefusedStart | null;
  connections: StaffConnection[];
  waits: Wait[];
  /** The audit tells of a sign-in, however long ago. */
  hasTried: boolean;
  now: Millis;
}

const badness = { suspended: 3, needs_reconnect: 2, connected: 0 };
const isUnsure = ({ lastCheck }: StaffConnection) => (lastCheck?.outcome === 'unreachable' ? 1 : 0);
const howBad = (connection: StaffConnection) => badness[connection.status] + isUnsure(connection);

/** A limit of ours that was cleared or has run out is no trouble any more, though the page still shows it. */
function isOver({ code }: StaffAttempt, waits: Wait[]): boolean {
  const isWait = code !== null && code.startsWith('limit.') && code !== 'limit.number_busy';
  return isWait && !waits.some((wait) => wait.code === code);
}

function ofOpen(open: StaffAttempt, { waits, now }: Known): Diagnosis {
  if (isOver(open, waits)) return diagnosis(diagnoseAttempt(open.step, null, open.hasQr));
  return ofAttempt(open, now);
}

const newest = (times: (Millis | null)[]): Millis => Math.max(0, ...times.map((time) => time ?? 0));

/**
 * Why this person is stuck, the most pressing first: what stands before them now, a start that was refused since, a
 * sign-in that failed and led to nothing, the worst of their connections.
 */
export function diagnosePerson(known: Known): Diagnosis {
  const { attempts, refused, connections, hasTried, now } = known;
  const open = attempts.find(({ endedAt }) => endedAt === null);
  if (open !== undefined && open.code !== null) return ofOpen(open, known);
  const others = [...attempts.map(({ createdAt }) => createdAt), ...connections.map(({ since }) => since)];
  if (refused !== null && refused.at >= newest(others)) return ofRefusedStart(refused, now);
  if (open !== undefined) return ofAttempt(open, now);
  const [last] = attempts;
  const connectedAt = newest(connections.map((connection) => connection.connectedAt));
  if (last?.step === 'failed' && (last.endedAt ?? 0) > connectedAt) return ofAttempt(last, now);
  const [worst] = connections.toSorted((a, b) => howBad(b) - howBad(a));
  if (worst !== undefined) return ofConnection(worst);
  if (refused !== null) return ofRefusedStart(refused, now);
  return diagnosis(hasTried || last !== undefined ? 'ended_sign_in' : 'never_tried');
}
