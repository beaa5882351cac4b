/** Makes an element: properties, `class` and `dataset` entries first, children after. Text is never parsed as markup. */
export function element(name, { dataset = {}, attributes = {}, ...properties } = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  Object.assign(node.dataset, dataset);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== null && child !== false));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

const drawn = new WeakMap();

/** Draws only when what is drawn has changed, so that focus and selection stay where they are. */
export function drawIfChanged(place, input, make) {
  const text = JSON.stringify(input);
  if (drawn.get(place) === text) return;
  drawn.set(place, text);
  place.replaceChildren(...make());
}

export function show(node, visible) {
  node.hidden = !visible;
}

export function showError(node, message) {
  node.textContent = message ?? '';
  show(node, Boolean(message));
}
