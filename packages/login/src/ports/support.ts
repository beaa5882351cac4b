import type { ConnectionStatus, Delivery, Locale, MessageCode, StaffLook, StatusReason, Step } from '@botize/contract';
import type { AuditEntry, ConnectionRecord, Millis } from './vault.ts';

/**
 * How an attempt stands to those who help: under way and well, under way and in trouble, failed with nothing after it,
 * or nobody's concern any more.
 */
export type Standing = 'trying' | 'stuck' | 'failed' | 'over';

/** A start that was refused before there was an attempt. */
export interface RefusedStart {
  code: MessageCode;
  at: Millis;
  retryAt: Millis | null;
  requestId: string | null;
}

export interface PersonRecord {
  userId: string;
  label: string | null;
  locale: Locale | null;
  timeZone: string | null;
  firstSeenAt: Millis | null;
  lastSeenAt: Millis | null;
  /** The newest, unless an attempt was begun since. */
  refused: RefusedStart | null;
}

/** An attempt without anything secret: what staff may see of it. `code`: of its issue, or of its failure. */
export interface StaffAttempt {
  id: string;
  userId: string;
  reference: string;
  revision: number;
  step: Step;
  standing: Standing;
  code: MessageCode | null;
  retryAt: Millis | null;
  createdAt: Millis;
  expiresAt: Millis;
  endedAt: Millis | null;
  connectionId: string | null;
  phoneMasked: string | null;
  delivery: Delivery['type'] | null;
  resendAt: Millis | null;
  triesLeft: number | null;
  hasQr: boolean;
  since: Millis;
}

/** `since`: when its status became what it is. */
export type StaffConnection = ConnectionRecord & { redeemed: boolean; since: Millis };

/** One line of an attempt's history. */
export interface StaffEvent {
  attemptId: string;
  reference: string;
  at: Millis;
  step: Step;
  code: MessageCode | null;
  retryAt: Millis | null;
  delivery: Delivery['type'] | null;
  resendAt: Millis | null;
  triesLeft: number | null;
}

/** What all members of a list have in common; each is one range of an index. `phone`: its keyed hash. */
export type AttemptsWith =
  | { standing: Standing; step?: Step }
  | { userId: string; standing: Standing }
  | { phone: string; standing: Standing }
  | { reference: string };
export type ConnectionsWith =
  | { status: ConnectionStatus; reason?: StatusReason }
  | { userId: string }
  | { username: string }
  | { phone: string }
  | { reference: string }
  | { id: string };
export type RefusedWith = { anybody: true } | { userId: string } | { requestId: string };

/** A place in a list: newest first, then by kind, then by id. */
export interface Place {
  since: Millis;
  rank: number;
  id: string;
}

export interface RowQuery {
  attempts: AttemptsWith[];
  refused: RefusedWith[];
  connections: ConnectionsWith[];
  /** Nothing older than this. */
  from: Millis;
  after: Place | null;
  limit: number;
}

export type StaffRow = Place & { userId: string; label: string | null } & (
    | { kind: 'attempt'; attempt: StaffAttempt }
    | { kind: 'refused_start'; refused: RefusedStart }
    | { kind: 'connection'; connection: StaffConnection }
  );

export type CountKind = 'status' | 'reason' | 'standing' | 'step' | 'refused';
export type TallyKind = 'started' | 'refused' | 'reached' | 'error';
/** `hour`: epoch milliseconds divided by those of an hour. */
export interface Tally {
  hour: number;
  kind: TallyKind;
  name: string;
  n: number;
}

/** One look of a member of staff: `entries` are written unless the same look was, not long ago. */
export interface Look {
  staffId: string;
  about: string;
  at: Millis;
  entries: AuditEntry[];
}

/** What was written down in the chain of a member of staff. */
export interface StaffLookRecord extends Omit<StaffLook, 'at'> {
  at: Millis;
  position: number;
}

/** What staff may see of everybody. Nothing in it opens an envelope; numbers go in and come out as keyed hashes. */
export interface SupportStore {
  rows(query: RowQuery): Promise<StaffRow[]>;
  /** People whose label begins with these letters (lower case), in the order of labels. */
  peopleCalled(
    beginning: string,
    after: { key: string; userId: string } | null,
    limit: number,
  ): Promise<(PersonRecord & { key: string })[]>;
  person(userId: string): Promise<PersonRecord | null>;
  /** False for somebody of whom there is no trace. */
  isKnown(userId: string): Promise<boolean>;
  /** The open one and those that ended lately, newest first. */
  attemptsOf(userId: string): Promise<StaffAttempt[]>;
  connectionsOf(userId: string): Promise<StaffConnection[]>;
  /** Of all attempts that are still stored, newest first. */
  eventsOf(userId: string): Promise<StaffEvent[]>;
  /** Of anybody. */
  attempt(id: string): Promise<StaffAttempt | null>;
  /** Of anybody. */
  connection(id: string): Promise<StaffConnection | null>;
  /** Keyed hashes of the numbers that the user's connections and latest attempts have. */
  numbersOf(userId: string): Promise<string[]>;

  /**
   * Writes a look down, in all chains or in none, unless the same one was after `notSince`; answers when it was written
   * down. Nothing may be shown if this rejects.
   */
  noteLook(look: Look, notSince: Millis): Promise<Millis>;
  /** A start that came to nothing, with its audit. */
  noteRefused(userId: string, refused: RefusedStart, audit: AuditEntry): Promise<void>;
  /** Newest first, those before a position. */
  looksOf(staffChain: string, before: number | null, limit: number): Promise<StaffLookRecord[]>;

  counts(): Promise<{ kind: CountKind; name: string; n: number }[]>;
  tallies(fromHour: number): Promise<Tally[]>;
  /** Changes whenever what staff see of the list, or of one user, may have changed. Cheap. */
  version(userId: string | null): Promise<string>;
  /** Removes tallies, looks and refused starts that are older. */
  forgetBefore(moment: Millis): Promise<void>;
}
