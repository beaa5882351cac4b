import { ask, phonePath } from './client.js';
import { byId, show } from './elements.js';

let account = null;
/** True between pressing the switch and setting a password. */
let opening = false;

export function startPassword() {
  const form = byId('password');
  byId('password-switch').addEventListener('click', () => {
    if (account?.hasPassword) return setPassword({ password: null });
    opening = !opening;
    draw();
    if (opening) form.elements.namedItem('password').focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { password, hint } = Object.fromEntries(new FormData(form));
    void setPassword({ password, hint: hint === '' ? null : hint });
  });
}

async function setPassword(body) {
  opening = false;
  await ask('POST', `${phonePath(account.phone)}/password`, body);
}

export function drawPassword(next) {
  const changed =
    account?.phone !== next?.phone || account?.password !== next?.password || account?.hint !== next?.hint;
  if (account?.phone !== next?.phone) opening = false;
  account = next;
  if (changed) fill();
  draw();
}

function fill() {
  const fields = byId('password').elements;
  fields.namedItem('password').value = account?.password ?? '';
  fields.namedItem('hint').value = account?.hint ?? '';
}

function draw() {
  const on = Boolean(account?.hasPassword);
  byId('password-switch').setAttribute('aria-checked', String(on || opening));
  byId('password-switch').disabled = !account?.userId;
  byId('password-words').textContent = words(on);
  show(byId('password'), on || opening);
}

function words(on) {
  if (!account?.userId) return 'Nobody has this number.';
  if (!on) return opening ? 'Choose a cloud password.' : 'Off: no cloud password is asked for.';
  return account.hint === null ? 'On, without a hint.' : `Hint: “${account.hint}”`;
}
