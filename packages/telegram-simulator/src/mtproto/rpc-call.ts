import { gzipSync } from 'node:zlib';
import { RpcError } from '../rpc.ts';
import type { RpcContext, TlObject } from '../rpc.ts';
import {
  ByteWriter,
  GZIP_PACKED,
  RPC_RESULT,
  TlReadError,
  UnknownConstructorError,
  apiSchema,
  decodeRequest,
  encodeAnswer,
  encodeObject,
  knownLayers,
  mtprotoSchema,
} from '../tl/index.ts';
import type { Centre } from './centre.ts';
import type { Session } from './session.ts';
import { unwrapRequest } from './unwrap-request.ts';

/** Answers longer than this are sent compressed. Bytes. */
const compressAbove = 1024;

/** A request that has been read and understood. */
export interface Call {
  query: TlObject;
  context: RpcContext;
}

function decode(centre: Centre, body: Buffer, layer: number): TlObject {
  try {
    return decodeRequest(apiSchema(layer), body, apiSchema);
  } catch (error) {
    if (error instanceof TlReadError) centre.log(`request refused: ${error.message}`);
    if (error instanceof UnknownConstructorError) {
      throw new RpcError(400, `INPUT_${error.isRequest ? 'METHOD' : 'CONSTRUCTOR'}_INVALID_${error.id}`);
    }
    if (error instanceof TlReadError) throw new RpcError(400, 'INPUT_FETCH_ERROR');
    throw error;
  }
}

/**
 * Reads a request and remembers what its wrappers say of the client.
 * @throws RpcError where the request cannot be understood
 */
export function readCall(centre: Centre, authKeyId: string, session: Session, body: Buffer): Call {
  const { dcId, keys } = centre;
  const before = keys.recall(authKeyId, dcId) ?? { layer: knownLayers[0], client: null };
  const { query, layer, client, withoutUpdates } = unwrapRequest(decode(centre, body, before.layer));
  if (layer !== null && layer < 1) throw new RpcError(400, 'CONNECTION_LAYER_INVALID');
  const seen = { layer: layer ?? before.layer, client: client ?? before.client };
  if (layer !== null || client !== null) keys.remember(authKeyId, dcId, seen);
  session.withoutUpdates = withoutUpdates;
  return { query, context: { authKeyId, dcId, ...seen } };
}

/** The serialized answer, or the serialized `rpc_error`; never throws. */
export async function carryOut(centre: Centre, call: Call): Promise<Buffer> {
  try {
    const answer = await centre.handler(call.query, call.context);
    return encodeAnswer(apiSchema(call.context.layer), call.query._, answer);
  } catch (error) {
    if (error instanceof RpcError) return errorBody(error.code, error.message);
    centre.log(`${call.query._} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return errorBody(500, 'RPC_CALL_FAIL');
  }
}

export function errorBody(code: number, message: string): Buffer {
  return encodeObject(mtprotoSchema, { _: 'rpc_error', error_code: code, error_message: message });
}

/** `rpc_result` around a serialized answer. */
export function resultBody(requestId: bigint, answer: Buffer): Buffer {
  const writer = new ByteWriter();
  writer.int(RPC_RESULT);
  writer.long(requestId);
  if (answer.length > compressAbove) {
    writer.int(GZIP_PACKED);
    writer.bytes(gzipSync(answer));
  } else {
    writer.raw(answer);
  }
  return writer.result();
}
