import { ask } from './client.js';
import { byId, show, showError } from './elements.js';
import { svg } from './icons.js';
import { secondsUntil } from './times.js';

const radius = 22;
const round = 2 * Math.PI * radius;
let token = null;
let phone = null;

const circle = (className, more = {}) => svg('circle', { class: className, cx: 26, cy: 26, r: radius, ...more });
const arc = circle('ring-left', { 'stroke-dasharray': round, transform: 'rotate(-90 26 26)' });
const number = svg('text', { x: 26, y: 31, 'text-anchor': 'middle' });

export function startQr() {
  byId('ring').append(svg('svg', { viewBox: '0 0 52 52', 'aria-hidden': 'true' }, [circle('ring-all'), arc, number]));
  const decide = (path, body) => async () => {
    const message = await ask('POST', path, body()).then(
      () => null,
      (error) => error.message,
    );
    showError(byId('qr-error'), message);
  };
  byId('approve').addEventListener(
    'click',
    decide('/qr/approve', () => ({ token: token.token, phone })),
  );
  byId('refuse').addEventListener(
    'click',
    decide('/qr/refuse', () => ({ token: token.token })),
  );
  setInterval(drawTime, 1000);
}

export function drawQr({ tokens, account }) {
  if (tokens[0]?.token !== token?.token) showError(byId('qr-error'), null);
  token = tokens[0] ?? null;
  phone = account?.phone ?? null;
  byId('qr-title').textContent = token ? 'A QR code is being shown' : 'No QR code is being shown';
  byId('qr-words').textContent = token
    ? `${token.deviceName} wants to sign in as ${account?.firstName ?? 'this person'}.`
    : 'Choose QR in the wizard, then approve it here.';
  show(byId('qr-buttons'), token !== null);
  drawTime();
}

function drawTime() {
  const left = token ? secondsUntil(token.expiresAt) : 0;
  if (token && left === 0) return drawQr({ tokens: [], account: null });
  const whole = token ? (new Date(token.expiresAt) - new Date(token.createdAt)) / 1000 : 1;
  show(byId('ring'), token !== null);
  arc.setAttribute('stroke-dashoffset', String(round * (1 - left / whole)));
  number.textContent = String(left);
}
