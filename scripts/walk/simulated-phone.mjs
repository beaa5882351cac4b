const patience = 20_000;

const answerOf = (/** @type {string} */ simulatorUrl, /** @type {string} */ path, /** @type {object[]} */ ...[body]) =>
  fetch(new URL(path, simulatorUrl), {
    ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => {
    throw new Error(
      `Nothing answers at ${simulatorUrl}: is it running (npm start)? SIMULATOR_URL names another place.`,
    );
  });

/** Somebody new each time, so that walking twice is two connections rather than a reconnect. */
export const newPerson = async (/** @type {string} */ simulatorUrl) => {
  const digits = String(Date.now()).slice(-7);
  const person = { userId: `walk-${digits}`, phone: `+3469${digits}`, password: 'correct horse' };
  const account = { phone: person.phone, firstName: 'Ana', lastName: 'Ejemplo', dcId: 1 };
  const made = await answerOf(simulatorUrl, '/control/accounts', {
    ...account,
    password: person.password,
    hint: 'battery',
  });
  if (!made.ok) throw new Error(`The simulator at ${simulatorUrl} refused a new person: ${await made.text()}`);
  return person;
};

/** The code as the person reads it on their phone. */
export const codeFor = async (/** @type {string} */ simulatorUrl, /** @type {string} */ phone) => {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const answer = await answerOf(simulatorUrl, `/control/accounts/${encodeURIComponent(phone)}/code`);
    if (answer.ok) return /** @type {{ code: string }} */ (await answer.json()).code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No code arrived for ${phone}`);
};
