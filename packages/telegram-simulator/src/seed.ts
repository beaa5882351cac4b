import { knownVerifier } from './methods/people.ts';
import { scenarioNamed } from './scenarios.ts';
import type { State } from './state/state.ts';

const people = [
  {
    phone: '+34612345678',
    dcId: 2,
    firstName: 'Marta',
    lastName: 'Giménez',
    username: 'marta_gimenez',
    note: 'plain sign-in',
  },
  {
    phone: '+34600111741',
    dcId: 2,
    firstName: 'Elena',
    lastName: 'Prieto',
    username: 'elena_prieto',
    note: 'has to wait 49 minutes',
    scenario: 'flood_send_code',
  },
  {
    phone: '+212600000873',
    dcId: 1,
    firstName: 'Karim',
    lastName: 'Haddad',
    username: 'karim_haddad',
    note: 'has a cloud password',
  },
  {
    phone: '+351900000055',
    dcId: 2,
    firstName: 'João',
    lastName: 'Pires',
    username: null,
    note: 'account frozen',
    scenario: 'frozen',
  },
];

const karimsPassword = { phone: '+212600000873', text: 'misu2009', hint: 'first cat + year' };

/** Puts the first people and apps into an empty state; leaves any other state as it is. */
export async function seed(state: State): Promise<void> {
  if (state.apps.list().length > 0) return;
  const verifier = await knownVerifier(karimsPassword.text);
  for (const person of people) {
    const status = scenarioNamed(person.scenario ?? 'plain').status ?? 'active';
    state.accounts.save({ ...person, status }, state.clock.now());
  }
  state.accounts.setPassword(karimsPassword.phone, { ...karimsPassword, verifier });
  state.apps.save({ apiId: 12_345, apiHash: '0123456789abcdef0123456789abcdef', published: false });
  state.apps.save({ apiId: 2040, apiHash: '0'.repeat(32), published: true });
  state.apps.save({ apiId: 4, apiHash: '0'.repeat(32), published: true });
}
