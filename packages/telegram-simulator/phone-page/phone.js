import { byId, drawIfChanged, element } from './elements.js';
import { icon } from './icons.js';
import { clockTime, dayName } from './times.js';

const arrivals = { sms: 'SMS', call: 'Call', email: 'Email', fragment: 'Fragment' };
const fates = {
  used: 'used',
  expired: 'expired',
  cancelled: 'cancelled',
  replaced: 'replaced',
  spoiled: 'sent in a chat, void',
};

export function drawClock() {
  byId('clock').textContent = clockTime();
}

/** Oldest first, the newest code large and with a button to copy it. */
export function drawPhone(account) {
  const messages = (account?.messages ?? []).toReversed();
  const newest = messages.findLast(({ codeStatus }) => codeStatus === 'live');
  const chat = byId('chat');
  const before = chat.scrollHeight;
  drawIfChanged(chat, messages, () => [
    element('span', { className: 'chat-room' }),
    ...days(messages).flatMap(([name, ofDay]) => [
      element('span', { className: 'day' }, name),
      ...ofDay.map((message) => (message === newest ? liveCode(message) : bubble(message))),
    ]),
    ...(messages.length === 0 ? [element('p', { className: 'chat-empty' }, 'No messages yet.')] : []),
    ...(newest ? [copyButton(newest.code)] : []),
  ]);
  if (chat.scrollHeight !== before) chat.scrollTop = chat.scrollHeight;
}

function days(messages) {
  const byDay = new Map();
  for (const message of messages) byDay.set(dayName(message.at), [...(byDay.get(dayName(message.at)) ?? []), message]);
  return [...byDay];
}

const time = (at) => element('time', { dateTime: at }, clockTime(at));
const label = (kind) => (arrivals[kind] ? element('span', { className: 'arrival' }, arrivals[kind]) : null);

function bubble({ kind, text, code, codeStatus, at }) {
  const words = code
    ? [element('span', {}, 'Login code: ', element('strong', { dir: 'ltr' }, code), '. '), text]
    : [text];
  const fate = fates[codeStatus] ? element('span', { className: 'fate' }, fates[codeStatus]) : null;
  return element(
    'div',
    { className: 'bubble' },
    label(kind),
    element('p', {}, ...words, ' ', ...(fate ? [fate] : [])),
    time(at),
  );
}

function liveCode({ kind, text, code, at }) {
  return element(
    'div',
    { className: 'bubble live' },
    label(kind),
    element('p', {}, 'Login code:'),
    element('p', { className: 'code', dir: 'ltr' }, code),
    element('p', {}, text),
    time(at),
  );
}

function copyButton(code) {
  const words = element('span', {}, `Copy ${code}`);
  const button = element('button', { type: 'button', className: 'button second copy' }, icon('copy'), words);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code);
    words.textContent = `Copied ${code}`;
    byId('announcer').textContent = 'Code copied';
    setTimeout(() => (words.textContent = `Copy ${code}`), 2000);
  });
  return button;
}
