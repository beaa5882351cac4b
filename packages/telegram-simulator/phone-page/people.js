import { ask } from './client.js';
import { byId, drawIfChanged, element, showError } from './elements.js';
import { icon } from './icons.js';
import { readablePhone } from './times.js';

const nameOf = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ');

export function initialsOf(account) {
  const [first = '', second = ''] = nameOf(account).split(/\s+/);
  return ([...first].slice(0, 1).join('') + [...second].slice(0, 1).join('')).toUpperCase();
}

export function drawPeople({ accounts, unclaimed, phone, choose }) {
  const nobodies = unclaimed.map((number) => ({
    phone: number,
    firstName: 'Nobody',
    lastName: '',
    note: 'no account has this number',
  }));
  const people = [...accounts, ...nobodies].map(({ phone: number, firstName, lastName, note }) => ({
    phone: number,
    firstName,
    lastName,
    note,
    chosen: number === phone,
  }));
  drawIfChanged(byId('people'), people, () => people.map((person) => personRow(person, choose)));
}

function personRow(person, choose) {
  const face = element('span', { className: 'face', ariaHidden: 'true' }, initialsOf(person));
  const words = element(
    'span',
    { className: 'person-words' },
    element('strong', {}, element('bdi', {}, nameOf(person))),
    element('span', { dir: 'ltr' }, readablePhone(person.phone)),
    element('span', {}, person.note || 'plain sign-in'),
  );
  const button = element(
    'button',
    { type: 'button', className: 'person' },
    face,
    words,
    person.chosen ? element('span', { className: 'chosen-mark' }, icon('check')) : null,
  );
  button.setAttribute('aria-pressed', String(person.chosen));
  button.addEventListener('click', () => choose(person.phone));
  return element('li', {}, button);
}

/** The form for another person, with the scenarios to choose from. */
export function startAnotherPerson({ scenarios, choose }) {
  const form = byId('another');
  const select = form.elements.namedItem('scenario');
  const distinct = scenarios.filter(({ name }) => !name.startsWith('plain_'));
  select.append(...distinct.map(({ name, shows }) => element('option', { value: name }, shows)));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { phone, firstName, scenario } = Object.fromEntries(new FormData(form));
    try {
      const made = await ask('POST', '/accounts', { phone, firstName, scenario, note: scenario.replaceAll('_', ' ') });
      form.reset();
      form.closest('details').open = false;
      showError(form.querySelector('.error'), null);
      choose(made.phone);
    } catch (error) {
      showError(form.querySelector('.error'), error.message);
    }
  });
}
