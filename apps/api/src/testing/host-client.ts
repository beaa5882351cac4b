export const hostKey = 'host-key-of-the-tests-0123456789';

/** What the host's backend asks of a server at `url`. */
export const hostClient = (url: string, key = hostKey) => ({
  ask: async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  },
});
