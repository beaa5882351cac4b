/** Codes of `bad_msg_notification`. */
export const badMessage = {
  idTooLow: 16,
  idTooHigh: 17,
  idLowBits: 18,
  containerIdReused: 19,
  seqnoTooLow: 32,
  seqnoTooHigh: 33,
  evenExpected: 34,
  oddExpected: 35,
  salt: 48,
  container: 64,
} as const;

interface Numbered {
  id: bigint;
  seqno: number;
}

/** The id is the client's time: 300 s into the past and 30 s into the future are let through. */
export function checkMessageId(id: bigint, now: number): number | null {
  if ((id & 3n) !== 0n) return badMessage.idLowBits;
  const age = now - Number(BigInt.asUintN(64, id) >> 32n);
  if (age > 300) return badMessage.idTooLow;
  return age < -30 ? badMessage.idTooHigh : null;
}

/** Numbers of content-related messages have to grow with their ids; `received` are those accepted before. */
export function checkOrder(message: Numbered, received: ReadonlyMap<bigint, number>): number | null {
  const isOdd = message.seqno % 2 !== 0;
  for (const [id, seqno] of received) {
    if (id < message.id && (seqno > message.seqno || (isOdd && seqno === message.seqno))) return badMessage.seqnoTooLow;
    if (id > message.id && (seqno < message.seqno || (isOdd && seqno === message.seqno)))
      return badMessage.seqnoTooHigh;
  }
  return null;
}

/** Requests are odd, containers even; of all else both occur among clients. */
export function checkParity(seqno: number, kind: 'request' | 'container' | 'service'): number | null {
  const isOdd = seqno % 2 !== 0;
  if (kind === 'request' && !isOdd) return badMessage.oddExpected;
  return kind === 'container' && isOdd ? badMessage.evenExpected : null;
}

/** A container is younger than what it contains, and contains no containers. */
export function checkContainer(container: Numbered, inner: readonly Numbered[]): number | null {
  return inner.every((message) => message.id < container.id) ? null : badMessage.container;
}
