import { Api } from 'telegram';
import { computeCheck } from 'telegram/Password.js';
import type { Authorized } from '../ports/telegram-gateway.ts';
import { toAuthorized } from './answers/account.ts';
import type { Conversation } from './conversation.ts';
import { WireError } from './wire-error.ts';

/** Proves the cloud password, verbatim, with parameters fetched for this try. */
export async function checkPassword(talk: Conversation, password: string): Promise<Authorized> {
  const parameters = await talk.prepare(new Api.account.GetPassword());
  const proof = parameters.hasPassword ? await prove(parameters, password) : new Api.InputCheckPasswordEmpty();
  return toAuthorized(await talk.ask(new Api.auth.CheckPassword({ password: proof })));
}

/** An algorithm, prime or generator that this client doesn't know is Telegram's way of asking for a newer one. */
async function prove(parameters: Api.account.Password, password: string): Promise<Api.TypeInputCheckPasswordSRP> {
  try {
    return await computeCheck(parameters, password);
  } catch {
    throw new WireError(406, 'UPDATE_APP_TO_LOGIN');
  }
}
