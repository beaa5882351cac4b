/** Asks the control server. @throws Error with the server's sentence */
export async function ask(method, path, body) {
  const options = { method };
  if (body !== undefined) {
    options.headers = { 'content-type': 'application/json' };
    options.body = JSON.stringify(body);
  }
  const response = await fetch(`/control${path}`, options);
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.message ?? `The simulator answered ${response.status}.`);
  return answer;
}

export const phonePath = (phone) => `/accounts/${encodeURIComponent(phone)}`;

/** Calls back on each change and whenever the connection comes or goes; bursts become one call. */
export function watch({ changed, connected }) {
  let waiting = false;
  const source = new EventSource('/control/events');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  source.addEventListener('change', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      changed();
    });
  });
}
