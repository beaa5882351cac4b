/** Outlines on a 24-grid, drawn after the Lucide set (ISC licence). */
const shapes = {
  flask: 'M10 2v7.3L4.6 18a2.6 2.6 0 0 0 2.2 4h10.4a2.6 2.6 0 0 0 2.2-4L14 9.3V2 M8.5 2h7 M7 16h10',
  external: 'M15 3h6v6 M10 14 21 3 M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6',
  plus: 'M12 5v14 M5 12h14',
  check: 'M20 6 9 17l-5-5',
  back: 'M19 12H5 M12 19l-7-7 7-7',
  lock: 'M5 11h14v10H5z M8 11V7a4 4 0 0 1 8 0v4',
  chat: 'M21 12V7a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v13l4-4h5 M16 17h5v4h-5z M17 17v-1.500a1.500 1.500 0 0 1 3 0V17',
  copy: 'M9 9h12v12H9z M5 15H3V3h12v2',
  phone: 'M7 2h10a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z M11 18h2',
  server: 'M3 4h18v7H3z M3 13h18v7H3z M7 7.500h.01 M7 16.500h.01',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 21a8 8 0 0 1 16 0',
};

const namespace = 'http://www.w3.org/2000/svg';

export function svg(name, attributes, children = []) {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

export function icon(name) {
  const frame = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' };
  return svg('svg', frame, [svg('path', { d: shapes[name] })]);
}

/** Fills the places that the page's own markup keeps for icons. */
export function placeIcons(root) {
  for (const place of root.querySelectorAll('[data-icon]')) place.append(icon(place.dataset.icon));
}
