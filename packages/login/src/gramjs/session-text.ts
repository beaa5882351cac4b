import { createHash } from 'node:crypto';

const authKeyBytes = 256;
const shortestBody = 1 + 2 + 1 + 2 + authKeyBytes;

/** SECRET in `authKey`. */
export interface SessionParts {
  dcId: number;
  authKey: Buffer;
}

/**
 * Reads GramJS's StringSession text: `1` + base64 of data centre, address length, address, port, key.
 * Throws without quoting the text, which is a secret.
 */
export function parseSession(text: string): SessionParts {
  const body = text.startsWith('1') ? Buffer.from(text.slice(1), 'base64') : Buffer.alloc(0);
  if (body.length < shortestBody) throw new Error('malformed session');
  const addressBytes = body.readInt16BE(1);
  if (addressBytes < 1 || body.length !== shortestBody - 1 + addressBytes) throw new Error('malformed session');
  return { dcId: body.readUInt8(0), authKey: body.subarray(body.length - authKeyBytes) };
}

/** The auth key's id: the last 8 bytes of SHA-1 of the key, in wire order, as hex. Not secret. */
export const authKeyIdOf = (text: string): string =>
  createHash('sha1').update(parseSession(text).authKey).digest().subarray(12).toString('hex');
