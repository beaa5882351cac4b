import { createServer } from 'node:net';

/** Whether this program could listen there now. */
export const isFree = (/** @type {number} */ port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** A port nobody listens on at the moment. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Polls an address until it answers with 2xx, for at most `limit` milliseconds; false after that. */
export const answers = async (/** @type {string} */ url, /** @type {number} */ limit, stop = () => false) => {
  const end = Date.now() + limit;
  while (Date.now() < end && !stop()) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
};
