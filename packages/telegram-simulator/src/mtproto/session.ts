import type { Message } from './message.ts';

/** How many messages of each direction a session remembers. */
const remembered = 500;

export type RequestState = 'waiting' | 'answered' | 'dropped';

/** An answer kept until the client acknowledges it. */
export interface SentAnswer {
  requestId: bigint;
  message: Message;
}

/**
 * One client's session on one auth key: what it has sent, what it was answered. It outlives connections, not the
 * server.
 */
export class Session {
  readonly id: bigint;
  /** Of `invokeWithoutUpdates`. */
  withoutUpdates = false;
  /** Whether the client has been told that the session is new here. */
  announced = false;
  private readonly seqnos = new Map<bigint, number>();
  private readonly requests = new Map<bigint, RequestState>();
  private readonly sent = new Map<bigint, SentAnswer>();
  private contentRelated = 0;

  constructor(id: bigint) {
    this.id = id;
  }

  has(messageId: bigint): boolean {
    return this.seqnos.has(messageId);
  }

  /** Ids and numbers of the messages accepted so far, oldest first. */
  get received(): ReadonlyMap<bigint, number> {
    return this.seqnos;
  }

  accept(message: { id: bigint; seqno: number }): void {
    keep(this.seqnos, message.id, message.seqno);
  }

  stateOf(messageId: bigint): RequestState | null {
    return this.requests.get(messageId) ?? null;
  }

  setState(messageId: bigint, state: RequestState): void {
    keep(this.requests, messageId, state);
  }

  nextSeqno(isContentRelated: boolean): number {
    const seqno = this.contentRelated * 2 + (isContentRelated ? 1 : 0);
    if (isContentRelated) this.contentRelated += 1;
    return seqno;
  }

  keepAnswer(answer: SentAnswer): void {
    keep(this.sent, answer.message.id, answer);
  }

  answerById(messageId: bigint): SentAnswer | null {
    return this.sent.get(messageId) ?? null;
  }

  answerTo(requestId: bigint): SentAnswer | null {
    return [...this.sent.values()].find((answer) => answer.requestId === requestId) ?? null;
  }

  acknowledge(messageIds: readonly bigint[]): void {
    for (const id of messageIds) this.sent.delete(id);
  }
}

function keep<V>(map: Map<bigint, V>, key: bigint, value: V): void {
  map.set(key, value);
  if (map.size <= remembered) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
