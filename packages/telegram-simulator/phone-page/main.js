import { ask, phonePath, watch } from './client.js';
import { drawDevices, startDevices } from './devices.js';
import { byId, show } from './elements.js';
import { placeIcons } from './icons.js';
import { drawPassword, startPassword } from './password.js';
import { drawPeople, startAnotherPerson } from './people.js';
import { drawClock, drawPhone } from './phone.js';
import { drawQr, startQr } from './qr.js';
import { drawScenarios, drawService, startService } from './service.js';

/** The address keeps whose phone it is, so that a link or a reload shows the same one. */
const chosenPhone = () => decodeURIComponent(location.hash.slice(1));
const choose = (phone) => {
  location.hash = phone;
};

async function refresh() {
  const [{ accounts, unclaimed }, { tokens }, { faults }] = await Promise.all([
    ask('GET', '/accounts'),
    ask('GET', '/qr'),
    ask('GET', '/faults'),
  ]);
  const phone = chosenPhone() || accounts[0]?.phone || '';
  const account = phone ? await ask('GET', phonePath(phone)).catch(() => null) : null;
  drawPeople({ accounts, unclaimed, phone, choose });
  drawPhone(account);
  drawQr({ tokens, account });
  drawDevices(account);
  drawPassword(account);
  drawService(faults);
}

async function start() {
  placeIcons(document);
  startQr();
  startDevices();
  startPassword();
  startService();
  drawClock();
  setInterval(drawClock, 10_000);
  const [{ scenarios }, settings] = await Promise.all([
    ask('GET', '/scenarios'),
    fetch('/page-settings.json').then((response) => response.json()),
  ]);
  byId('wizard').href = settings.wizardUrl;
  startAnotherPerson({ scenarios, choose });
  drawScenarios(scenarios, choose);
  window.addEventListener('hashchange', refresh);
  watch({ changed: refresh, connected: (up) => show(byId('offline'), !up) });
}

await start();
