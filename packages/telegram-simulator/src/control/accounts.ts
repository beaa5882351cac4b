import type { FastifyInstance } from 'fastify';
import { normalizePhone } from '../methods/request-fields.ts';
import { isScenarioName, readTestNumber, scenarioNamed } from '../scenarios.ts';
import type { AccountStatus } from '../state/accounts.ts';
import { createVerifier } from '../state/srp.ts';
import type { State } from '../state/state.ts';
import { accountOr404, phoneParam, type PhoneRoute } from './phone-param.ts';
import { accountBody, passwordBody } from './schemas.ts';
import { accountView, codesView, deviceView, messageView } from './views.ts';

interface AccountBody {
  phone: string;
  firstName?: string;
  lastName?: string | null;
  username?: string | null;
  dcId?: number;
  password?: string | null;
  hint?: string | null;
  scenario?: string;
  status?: AccountStatus;
  loginEmail?: string | null;
  note?: string;
}

/** How many messages the phone shows. */
const messagesShown = 50;

export function accountRoutes(app: FastifyInstance, state: State): void {
  app.get('/control/accounts', () => ({
    accounts: state.accounts.list().map(accountView),
    unclaimed: state.messages.unclaimedPhones(),
  }));

  app.post<{ Body: AccountBody }>('/control/accounts', { schema: { body: accountBody } }, async (request, reply) => {
    const phone = normalizePhone(request.body.phone);
    const { scenario } = request.body;
    if (phone === null) return reply.code(400).send({ error: 'phone', message: 'Seven to fifteen digits.' });
    if (scenario !== undefined && !isScenarioName(scenario)) {
      return reply.code(400).send({ error: 'scenario', message: 'No such scenario: see GET /control/scenarios.' });
    }
    const isNew = state.accounts.find(phone) === null;
    await saveAccount(state, { ...request.body, phone });
    state.changed();
    return reply.code(isNew ? 201 : 200).send(describe(state, phone));
  });

  app.get<PhoneRoute>('/control/accounts/:phone', (request, reply) => {
    const phone = phoneParam(request.params.phone);
    if (state.messages.list(phone, 1).length > 0) return describe(state, phone);
    const account = accountOr404(state, phone, reply);
    return account ? describe(state, phone) : reply;
  });

  app.get<PhoneRoute>('/control/accounts/:phone/code', (request, reply) => {
    const code = codesView(state, phoneParam(request.params.phone))[0];
    return code && code.code !== '' ? code : reply.code(404).send({ error: 'code', message: 'No code is on its way.' });
  });

  app.post<PhoneRoute>('/control/accounts/:phone/code/forwarded', (request, reply) => {
    const code = state.codes.newestLive(phoneParam(request.params.phone), state.clock.now());
    if (!code) return reply.code(404).send({ error: 'code', message: 'No code is on its way.' });
    state.codes.change(code.hash, { status: 'spoiled' });
    state.changed();
    return reply.code(204).send();
  });

  app.post<PhoneRoute & { Body: { password: string | null; hint?: string | null } }>(
    '/control/accounts/:phone/password',
    { schema: { body: passwordBody } },
    async (request, reply) => {
      const account = accountOr404(state, request.params.phone, reply);
      if (!account) return reply;
      await setPassword(state, account.phone, request.body);
      state.changed();
      return describe(state, account.phone);
    },
  );
}

async function saveAccount(state: State, { password, hint, ...body }: AccountBody): Promise<void> {
  const known = state.accounts.find(body.phone);
  const scenario = body.scenario === undefined ? null : scenarioNamed(body.scenario);
  const test = readTestNumber(body.phone);
  const fresh = test
    ? { dcId: test.dcId, firstName: 'Test', lastName: body.phone.slice('+99966'.length) }
    : { dcId: 2, firstName: 'Somebody' };
  const byScenario = scenario && { status: scenario.status ?? 'active', ...scenario.person };
  const byEmail = scenario?.deliveries?.includes('email_code') ? { loginEmail: 'login@example.com' } : {};
  state.accounts.save({ ...(known ?? fresh), ...byScenario, ...byEmail, ...body }, state.clock.now());
  const chosen = password === undefined ? scenario?.password : { text: password, hint: hint ?? null };
  if (chosen) await setPassword(state, body.phone, { password: chosen.text, hint: chosen.hint });
}

async function setPassword(
  state: State,
  phone: string,
  { password, hint }: { password: string | null; hint?: string | null },
): Promise<void> {
  const verifier = password === null ? null : await createVerifier(password);
  const secret = password !== null && verifier ? { text: password, hint: hint ?? null, verifier } : null;
  state.accounts.setPassword(phone, secret);
}

function describe(state: State, phone: string) {
  const account = state.accounts.find(phone);
  return {
    ...(account ? accountView(account) : { phone }),
    messages: state.messages.list(phone, messagesShown).map((message) => messageView(state, message)),
    devices: state.authorizations.list(phone).map(deviceView),
    codes: codesView(state, phone),
  };
}
