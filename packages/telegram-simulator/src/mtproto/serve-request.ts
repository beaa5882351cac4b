import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { RpcError } from '../rpc.ts';
import type { Fault } from '../rpc.ts';
import type { Centre } from './centre.ts';
import type { ClientSocket } from './client-socket.ts';
import type { Message } from './message.ts';
import { carryOut, errorBody, readCall } from './rpc-call.ts';
import type { Call } from './rpc-call.ts';
import type { Session } from './session.ts';

/** Where the answer to a request goes. */
export interface Answering {
  centre: Centre;
  authKeyId: string;
  session: Session;
  socket: ClientSocket;
  /** The sealed payload of an `rpc_result`, kept for repetition. */
  sealAnswer(requestId: bigint, answer: Buffer): Buffer;
  rejectMessage(message: Message, code: number): void;
  notify(text: string): void;
}

/** Reads and carries out one request, and answers it, or not, as the faults in force will have it. */
export async function serveRequest(to: Answering, request: Message): Promise<void> {
  let call: Call;
  try {
    call = readCall(to.centre, to.authKeyId, to.session, request.body);
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return sendAnswer(to, request, errorBody(error.code, error.message), null);
  }
  const { query, context } = call;
  const apiId = context.client?.apiId ?? null;
  const fault = to.centre.faults.take({ method: query._, dcId: to.centre.dcId, apiId });
  if (fault?.type === 'slow') await pause(to.centre, fault.ms);
  if (fault && insteadOfCarryingOut(to, request, fault)) return;
  sendAnswer(to, request, await carryOut(to.centre, call), fault);
}

async function pause(centre: Centre, ms: number): Promise<void> {
  // Rejects only when the data centre closes, and then nobody waits for the answer.
  await delay(ms, undefined, { signal: centre.closing, ref: false }).catch(() => undefined);
}

/** True where the fault keeps the request from being carried out. */
function insteadOfCarryingOut(to: Answering, request: Message, fault: Fault['kind']): boolean {
  switch (fault.type) {
    case 'mute':
    case 'black_hole':
      return true;
    case 'reset_before':
      to.socket.reset();
      return true;
    case 'transport_error':
      to.socket.transportError(fault.code);
      return true;
    case 'bad_msg':
      to.rejectMessage(request, fault.code);
      return true;
    case 'rpc_error':
      if (fault.notification !== undefined) to.notify(fault.notification);
      sendAnswer(to, request, errorBody(fault.code, fault.message), null);
      return true;
    default:
      return false;
  }
}

function sendAnswer(to: Answering, request: Message, answer: Buffer, fault: Fault['kind'] | null): void {
  if (to.session.stateOf(request.id) === 'dropped') return;
  to.session.setState(request.id, 'answered');
  const payload = to.sealAnswer(request.id, answer);
  switch (fault?.type) {
    case 'answer_lost':
      return;
    case 'reset_after':
      return to.socket.reset();
    case 'half_frame':
      return to.socket.sendHalf(payload);
    case 'garbage':
      return to.socket.sendAndEnd(randomBytes(payload.length));
    case 'duplicate_answer':
      to.socket.send(payload);
      return to.socket.send(payload);
    default:
      return to.socket.send(payload);
  }
}
