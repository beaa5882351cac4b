// A platform in a hundred lines: its own sign-in, a button, a webhook receiver, and a job that runs with the session.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createConnect, WebhookRejected } from '@botize/telegram-connect';
import Fastify from 'fastify';

const { HOST_API_KEY = '', WEBHOOK_SECRET = '', CONNECT_URL = 'http://localhost:3000', NETWORK_FILE } = process.env;
const port = Number(process.env.EXAMPLE_PORT || 3002);
const own = process.env.EXAMPLE_URL || `http://127.0.0.1:${port}`;
const connect = createConnect({
  url: CONNECT_URL,
  apiKey: HOST_API_KEY,
  webhookSecrets: WEBHOOK_SECRET.split(','),
  ...(NETWORK_FILE && { network: JSON.parse(readFileSync(NETWORK_FILE, 'utf8')) }),
});

// Yours is a database. `sessions`: cookie → user id; `users`: user id → what we know of them.
const sessions = new Map();
const users = new Map();
const seen = new Set();
const userOf = (request) => users.get(sessions.get(/sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1])) ?? null;
const known = (id) => users.get(id) ?? users.set(id, { id, connectionId: null, status: 'none', notes: [] }).get(id);

const safe = (text) => String(text).replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Example host</title>
<style>body{font:16px/1.5 system-ui;max-width:40rem;margin:3rem auto}form{display:inline}</style><h1>Example host</h1>${body}`;
const button = (action, label) => `<form method="post" action="${action}"><button>${label}</button></form> `;
const home = ({ id, connectionId, status, notes }) =>
  page(`<p>Signed in as <b>${safe(id)}</b>. Telegram: <b id="status">${safe(status)}</b> <code id="connection">${connectionId ?? ''}</code></p>
${button('/connect', connectionId && status !== 'connected' ? 'Reconnect Telegram' : 'Connect Telegram')}
<button id="embed" disabled>Connect in a dialog</button> ${connectionId ? button('/job', 'Run the job') : ''}
<ol id="notes">${notes.map((note) => `<li>${safe(note)}</li>`).join('')}</ol>
<script src="${CONNECT_URL}/embed.js"></script><script>
const post = (path, body) => fetch(path, { method: 'POST', body: new URLSearchParams(body) }).then((answer) => answer.json());
const embed = document.getElementById('embed');
embed.onclick = async () => {
  const { url } = await post('/link', {});
  let redeemed;
  const onConnected = ({ code }) => { redeemed = post('/redeem', { code }); };
  BotizeConnect.open({ url, onConnected, onClosed: async () => { await redeemed; location.reload(); } });
};
embed.disabled = false;</script>`);

/** The code must be this user's own: a link that somebody else forwarded brings nothing into either account. */
const redeem = async (user, code) => {
  const completion = await connect.complete(code, user.id).catch((error) => error);
  if (!completion.connectionId) return user.notes.push(`not redeemed: ${completion.code ?? completion.message}`);
  Object.assign(user, { connectionId: completion.connectionId, status: 'connected' });
  return user.notes.push(`redeemed ${completion.connectionId}`);
};
const linkFor = ({ id, connectionId, status }) =>
  connect.createConnectLink({
    userId: id,
    userLabel: `${id}@example.com`,
    returnUrl: `${own}/back`,
    ...(connectionId && status !== 'connected' && { connectionId }),
  });

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(body))),
);
app.addHook('preHandler', async (request, reply) => {
  const open = ['/', '/sign-in', '/webhooks'].includes(request.routeOptions.url);
  if (!open && !userOf(request)) return reply.redirect('/', 303);
});

app.get('/', async (request, reply) => {
  const user = userOf(request);
  const signIn =
    '<form method="post" action="/sign-in"><label>Name <input name="id"></label> <button>Sign in</button></form>';
  return reply.type('text/html').send(user ? home(user) : page(signIn));
});
app.post('/sign-in', async (request, reply) => {
  const sid = randomBytes(24).toString('base64url');
  sessions.set(sid, known(request.body.id).id);
  return reply.header('set-cookie', `sid=${sid}; Path=/; HttpOnly; SameSite=Lax`).redirect('/', 303);
});
app.post('/connect', async (request, reply) => reply.redirect((await linkFor(userOf(request))).url, 303));
app.post('/link', async (request) => ({ url: (await linkFor(userOf(request))).url }));
app.get('/back', async (request, reply) => {
  const { outcome, code } = request.query;
  userOf(request).notes.push(`came back: ${outcome}`);
  if (code) await redeem(userOf(request), code);
  return reply.redirect('/', 303);
});
app.post('/redeem', async (request) => ({ done: await redeem(userOf(request), request.body.code) }));
app.post('/webhooks', async (request, reply) => {
  const { id, type, data } = connect.verifyWebhook({ headers: request.headers, body: request.body });
  if (seen.has(id)) return reply.code(204).send();
  seen.add(id);
  const user = known(data.userId);
  user.notes.push(`webhook ${type}`);
  if (data.connectionId === user.connectionId && data.status) user.status = data.status;
  return reply.code(204).send();
});
app.post('/job', async (request, reply) => {
  const user = userOf(request);
  const told = await connect
    .withSession(user.connectionId, async (telegram) => {
      const [me, [chat]] = [await telegram.getMe(), await telegram.getDialogs({ limit: 5 })];
      const messages = chat ? await telegram.getMessages(chat.inputEntity, { limit: 3 }) : [];
      return `job: ${me.firstName} has ${messages.length} messages from ${chat?.title}`;
    })
    .catch((error) => `job failed: ${error.message}`);
  user.notes.push(told);
  return reply.redirect('/', 303);
});
app.setErrorHandler((error, _request, reply) =>
  reply.code(error instanceof WebhookRejected ? 401 : 500).send({ error: error.message }),
);

await app.listen({ host: '127.0.0.1', port });
process.stdout.write(`Example host: ${own}\n`);
