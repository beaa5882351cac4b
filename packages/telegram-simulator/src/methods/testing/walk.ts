import type { TlObject } from '../../rpc.ts';
import { checkPasswordRequest } from './proof.ts';
import { getSelf, sendCodeTo, type Rig } from './rig.ts';

function short(answer: TlObject | TlObject[]): string {
  if (Array.isArray(answer)) return 'user';
  const name = answer._.replace('auth.', '');
  if (name !== 'sentCode') return name;
  const type = (answer['type'] as TlObject)._.replace('auth.sentCodeType', '');
  const next = answer['next_type'] as TlObject | undefined;
  return next ? `${type}, ${next._.replace('auth.codeType', '')} in ${String(answer['timeout'])}` : type;
}

/**
 * Goes through a whole sign-in of data centre 2's number with this suffix and tells what is met on the way. A step
 * that is refused is tried once more.
 */
export async function walk(rig: Rig, suffix: string): Promise<string> {
  const phone = `+999662${suffix}`;
  const key = suffix;
  const told: string[] = [];
  const attempt = async (request: TlObject): Promise<TlObject | null> => {
    rig.pushed.splice(0);
    try {
      const answer = await rig.ask(request, { key });
      told.push(short(answer));
      return answer;
    } catch (error) {
      const notice = JSON.stringify(rig.pushed.map(({ updates }) => updates)).includes('updateServiceNotification');
      told.push(`${(error as Error).message}${notice ? ' with a notice' : ''}`);
      return null;
    }
  };
  const device = () => rig.state.authorizations.find(key);
  const password = () => rig.state.accounts.find(phone)?.password ?? '';

  const sent = (await attempt(sendCodeTo(phone))) ?? (device() ? null : await attempt(sendCodeTo(phone)));
  if (sent?._ === 'auth.sentCode') {
    const request = signInRequest(rig, phone, sent);
    if (!(await attempt(request)) && device()?.passwordPending !== true) await attempt(request);
  }
  for (let tries = 0; tries < 2 && device()?.passwordPending === true; tries += 1) {
    await attempt(await checkPasswordRequest(rig, password(), key));
  }
  await attempt(getSelf);
  return told.join(' | ');
}

function signInRequest(rig: Rig, phone: string, sent: TlObject): TlObject {
  const code = rig.state.codes.find(sent['phone_code_hash'] as string);
  const { phone_code, ...rest } = rig.signIn(phone, sent, code?.code ?? '');
  if (code?.delivery !== 'email_code') return { ...rest, _: 'auth.signIn', phone_code };
  return { ...rest, _: 'auth.signIn', email_verification: { _: 'emailVerificationCode', code: phone_code } };
}
