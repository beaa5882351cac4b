import { ask, phonePath } from './client.js';
import { byId, drawIfChanged, element, show } from './elements.js';
import { icon } from './icons.js';
import { clockTime } from './times.js';

let phone = null;

export function startDevices() {
  byId('end-all').addEventListener('click', () => ask('DELETE', `${phonePath(phone)}/devices`));
}

export function drawDevices(account) {
  phone = account?.phone ?? null;
  const devices = account?.devices ?? [];
  show(byId('end-all'), devices.length > 0);
  drawIfChanged(byId('devices'), [phone, devices], () => [thisPhone(), ...devices.map(deviceRow)]);
}

function thisPhone() {
  return row('phone', 'This phone', 'online now', []);
}

function row(iconName, name, words, buttons) {
  return element(
    'li',
    { className: 'device' },
    icon(iconName),
    element(
      'span',
      { className: 'device-words' },
      element('strong', {}, element('bdi', {}, name)),
      element('span', {}, words),
    ),
    element('span', { className: 'device-buttons' }, ...buttons),
  );
}

function deviceRow({ authKeyId, deviceModel, createdAt, confirmed, passwordPending }) {
  const at = clockTime(createdAt);
  const path = `${phonePath(phone)}/devices/${authKeyId}`;
  const confirm = button('Yes, it’s me', 'second', deviceModel, () => ask('POST', `${path}/confirm`));
  const end = button('End', 'ends', deviceModel, () => ask('DELETE', path));
  const deny = button('No', 'ends', deviceModel, () => ask('POST', `${path}/deny`));
  if (passwordPending) return row('server', deviceModel, `waits for the cloud password since ${at}`, [end]);
  return row(
    'server',
    deviceModel,
    confirmed ? `since ${at}, confirmed` : `new at ${at}`,
    confirmed ? [end] : [confirm, deny],
  );
}

function button(words, kind, device, act) {
  const node = element('button', { type: 'button', className: `button ${kind} dense` }, words);
  node.setAttribute('aria-label', `${words}: ${device}`);
  node.addEventListener('click', act);
  return node;
}
