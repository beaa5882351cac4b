import { readTestNumber, scenarioNamed } from '../scenarios.ts';
import type { Scenario } from '../scenario.ts';
import type { Account } from '../state/accounts.ts';
import { createVerifier, type PasswordVerifier } from '../state/srp.ts';
import type { State } from '../state/state.ts';

const verifiers = new Map<string, Promise<PasswordVerifier>>();

/** The verifier of a well-known password: made once per process, since making one takes a tenth of a second. */
export function knownVerifier(password: string): Promise<PasswordVerifier> {
  const verifier = verifiers.get(password) ?? createVerifier(password);
  verifiers.set(password, verifier);
  return verifier;
}

/** What happens to this number, whether or not somebody has it. Unknown numbers are asked to sign up. */
export function scenarioOf(state: State, phone: string): Scenario {
  const account = state.accounts.find(phone);
  return account ? scenarioNamed(account.scenario) : (readTestNumber(phone)?.scenario ?? scenarioNamed('sign_up'));
}

/** Who has this number; null: nobody. A test number's person springs into being when first asked for. */
export async function findPerson(state: State, phone: string): Promise<Account | null> {
  const scenario = scenarioOf(state, phone);
  if (scenario.nobody) return null;
  const known = state.accounts.find(phone);
  const test = readTestNumber(phone);
  if (known || !test) return known;
  const verifier = scenario.password ? await knownVerifier(scenario.password.text) : null;
  return state.accounts.find(phone) ?? bear(state, { phone, dcId: test.dcId, scenario, verifier });
}

function bear(
  state: State,
  {
    phone,
    dcId,
    scenario,
    verifier,
  }: {
    phone: string;
    dcId: number;
    scenario: Scenario;
    verifier: PasswordVerifier | null;
  },
): Account {
  const digits = phone.slice('+99966'.length);
  const person = scenario.person ?? { firstName: 'Test', lastName: digits, username: `test_${digits}` };
  const account = {
    ...person,
    phone,
    dcId,
    scenario: scenario.name,
    status: scenario.status ?? 'active',
    loginEmail: scenario.deliveries?.includes('email_code') ? `test${digits}@example.com` : null,
    note: scenario.name.replaceAll('_', ' '),
  };
  const saved = state.accounts.save(account, state.clock.now());
  if (!scenario.password || !verifier) return saved;
  state.accounts.setPassword(phone, { ...scenario.password, verifier });
  return { ...saved, password: scenario.password.text, hint: scenario.password.hint };
}
