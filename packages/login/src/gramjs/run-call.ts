import { BadMessageError } from 'telegram/errors/index.js';
import type { Api } from 'telegram';
import type { Credentials } from '@botize/contract';
import type { CallResult, TelegramCalls, TelegramError, TelegramMethod } from '../ports/telegram-gateway.ts';
import type { CallFence } from './call-fence.ts';
import { ClientEnded, type Client } from './client.ts';
import type { Conversation } from './conversation.ts';
import type { WorkerLog } from './messages.ts';
import { methods } from './methods.ts';
import { text } from './request-fields.ts';
import { listenForNotice } from './service-notice.ts';
import { migrationTarget, telegramError } from './telegram-error.ts';
import { WireError } from './wire-error.ts';

/** What one request came to; a migration is still to be followed. */
export type Outcome<Answer> = Exclude<CallResult<Answer>, { kind: 'migrated' }> | { kind: 'moved'; dcId: number };

/** Telegram's refusal in an error, or null when it is no refusal. */
export function refusalIn(error: unknown): TelegramError | null {
  if (error instanceof WireError) return telegramError(error.status, error.wireName);
  if (error instanceof BadMessageError) {
    const { code } = error as unknown as { code: number };
    return telegramError(code, `BAD_MSG_NOTIFICATION_${code}`);
  }
  if (error instanceof ClientEnded && error.transportError !== null) {
    return telegramError(-error.transportError, `TRANSPORT_ERROR_${error.transportError}`);
  }
  return null;
}

/** Neither Telegram nor the network ends a request like this: a fault of ours or of GramJS, to be looked at. */
const isSurprise = (error: unknown): error is Error => error instanceof Error && !(error instanceof ClientEnded);

/** Telegram has not carried the request out. After a 500, a time-out of its own or an old message nobody knows. */
const isDefinite = ({ status }: TelegramError): boolean => status >= 300 && status < 500;

const loggable = (name: string): string => (/^\w{1,64}$/.test(name) ? name : 'malformed');

function converse(client: Client, credentials: Credentials, fence: CallFence): Conversation {
  const prepare = <R extends Api.AnyRequest>(request: R) => client.invoke(request);
  return {
    credentials: { apiId: credentials.apiId, apiHash: text(credentials.apiHash) },
    prepare,
    ask: (request) => (fence.claim() ? prepare(request) : Promise.reject(new ClientEnded(null))),
    times() {
      const now = Date.now();
      return { now, serverAheadMs: client.serverAheadMs(now) };
    },
  };
}

/** Runs one method of the port on a connected client. Never throws for anything that Telegram or the network does. */
export async function runCall<M extends TelegramMethod>(
  client: Client,
  request: { method: M; args: TelegramCalls[M]['args']; credentials: Credentials; fence: CallFence; log: WorkerLog },
): Promise<Outcome<TelegramCalls[M]['answer']>> {
  const { method, args, credentials, fence, log } = request;
  const notice = listenForNotice(client);
  try {
    return { kind: 'answer', answer: await methods[method](converse(client, credentials, fence), args) };
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) {
      if (isSurprise(error)) log('telegram.surprise', { method, error: error.name });
      return { kind: fence.revoke() };
    }
    if (isDefinite(refusal)) fence.unclaim();
    if (refusal.code === 'telegram.unknown') log('telegram.unknown_error', { method, error: loggable(refusal.name) });
    const dcId = error instanceof WireError ? migrationTarget(error.wireName) : null;
    if (dcId !== null) return { kind: 'moved', dcId };
    return { kind: 'refused', error: refusal.status === 406 ? { ...refusal, text: await notice.text() } : refusal };
  } finally {
    notice.stop();
  }
}
