import { RpcError } from '../rpc.ts';
import type { Refusal } from '../scenario.ts';
import type { Call } from './call.ts';
import { pushNotification } from './notices.ts';
import { findPerson, scenarioOf } from './people.ts';

/** Gives the refusal that the number's scenario has for this method at this moment, if any. */
export async function refuseByScenario(
  call: Call,
  at: { phone: string | null; moment: 'before' | 'after' },
): Promise<void> {
  const { phone, moment } = at;
  if (phone === null) return;
  const refusals = scenarioOf(call.state, phone).refusals ?? [];
  for (const [position, refusal] of refusals.entries()) {
    const fits = refusal.method === call.request._ && (moment === 'after') === (refusal.afterEffect ?? false);
    const spent = refusal.times !== undefined && call.state.refusals.usesOf(phone, position) >= refusal.times;
    const message = fits && !spent ? await messageOf(call, refusal, phone) : null;
    if (message === null) continue;
    call.state.refusals.use(phone, position);
    if (refusal.notification !== undefined) pushNotification(call, refusal.notification);
    throw new RpcError(refusal.code, message);
  }
}

/** Null if the refusal has no point here: nobody is sent to the data centre where they are. */
async function messageOf({ state, context }: Call, refusal: Refusal, phone: string): Promise<string | null> {
  if (refusal.message.endsWith('_NEXT')) return refusal.message.replace('NEXT', String((context.dcId % 3) + 1));
  if (!refusal.message.endsWith('_HOME')) return refusal.message;
  const account = await findPerson(state, phone);
  return account && account.dcId !== context.dcId ? refusal.message.replace('HOME', String(account.dcId)) : null;
}
