import type { TlObject } from '../rpc.ts';
import { encodeObject, mtprotoSchema } from '../tl/index.ts';
import type { Centre } from './centre.ts';
import type { Message } from './message.ts';
import { resultBody } from './rpc-call.ts';
import type { Session } from './session.ts';

/** What a service message of the client can touch. */
export interface ServiceContext {
  centre: Centre;
  authKeyId: string;
  key: Buffer;
  session: Session;
  /** Closes the connection unless called again within that many seconds. */
  disconnectAfter(seconds: number): void;
  /** Sends a message of the server again. */
  repeat(message: Message): void;
}

function long(object: TlObject, field: string): bigint {
  return object[field] as bigint;
}

function longs(object: TlObject, field: string): bigint[] {
  return object[field] as bigint[];
}

/** Bits of `msgs_state_info`: 4 received, 32 being carried out or done, 64 answered; 1 nothing is known. */
function stateByte(session: Session, messageId: bigint): number {
  const state = session.stateOf(messageId);
  if (state === null) return session.has(messageId) ? 4 : 1;
  return state === 'answered' ? 4 | 32 | 64 : 4 | 32;
}

function dropAnswer(session: Session, requestId: bigint): TlObject {
  const state = session.stateOf(requestId);
  if (state === 'waiting') {
    session.setState(requestId, 'dropped');
    return { _: 'rpc_answer_dropped_running' };
  }
  const sent = session.answerTo(requestId);
  if (!sent) return { _: 'rpc_answer_unknown' };
  session.acknowledge([sent.message.id]);
  const { id, seqno, body } = sent.message;
  return { _: 'rpc_answer_dropped', msg_id: id, seq_no: seqno, bytes: body.length };
}

function futureSalts(context: ServiceContext, message: Message, count: number): TlObject {
  const { centre, authKeyId, key } = context;
  const now = Math.floor(centre.clock.now());
  const salts = centre.salts.future(authKeyId, key, now, count).map((future) => ({
    _: 'future_salt',
    valid_since: future.validSince,
    valid_until: future.validUntil,
    salt: future.salt,
  }));
  return { _: 'future_salts', req_msg_id: message.id, now, salts };
}

function destroySession(context: ServiceContext, sessionId: bigint): TlObject {
  const isOwn = sessionId === context.session.id;
  const existed = !isOwn && context.centre.sessions.destroy(context.authKeyId, sessionId);
  return { _: existed ? 'destroy_session_ok' : 'destroy_session_none', session_id: sessionId };
}

function destroyAuthKey({ centre, authKeyId }: ServiceContext): TlObject {
  if (!centre.keys.forget) return { _: 'destroy_auth_key_fail' };
  centre.keys.forget(authKeyId, centre.dcId);
  centre.live.retire(authKeyId);
  return { _: 'destroy_auth_key_ok' };
}

/** The serialized answer to a service message, null where there is none to give. */
export function answerService(context: ServiceContext, message: Message, object: TlObject): Buffer | null {
  const answer = answerObject(context, message, object);
  if (!answer) return null;
  const body = encodeObject(mtprotoSchema, answer);
  return object._ === 'rpc_drop_answer' ? resultBody(message.id, body) : body;
}

function answerObject(context: ServiceContext, message: Message, object: TlObject): TlObject | null {
  const { session } = context;
  switch (object._) {
    case 'ping_delay_disconnect':
      context.disconnectAfter(object['disconnect_delay'] as number);
      return { _: 'pong', msg_id: message.id, ping_id: long(object, 'ping_id') };
    case 'ping':
      return { _: 'pong', msg_id: message.id, ping_id: long(object, 'ping_id') };
    case 'msgs_ack':
      session.acknowledge(longs(object, 'msg_ids'));
      return null;
    case 'msgs_state_req': {
      const info = Buffer.from(longs(object, 'msg_ids').map((id) => stateByte(session, id)));
      return { _: 'msgs_state_info', req_msg_id: message.id, info };
    }
    case 'msg_resend_req': {
      const answers = longs(object, 'msg_ids').map((id) => session.answerById(id));
      for (const answer of answers) if (answer) context.repeat(answer.message);
      return null;
    }
    case 'get_future_salts':
      return futureSalts(context, message, object['num'] as number);
    case 'destroy_session':
      return destroySession(context, long(object, 'session_id'));
    case 'rpc_drop_answer':
      return dropAnswer(session, long(object, 'req_msg_id'));
    case 'destroy_auth_key':
      return destroyAuthKey(context);
    default:
      return null;
  }
}
