import { afterEach, beforeEach, expect, it } from 'vitest';
import { hostClient, hostKey } from './testing/host-client.ts';
import { keyBytesOf, startWholeServer } from './testing/whole-server.ts';

const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };
const phone = '+34612345678';

let server: Awaited<ReturnType<typeof startWholeServer>>;
beforeEach(async () => {
  server = await startWholeServer({ LIMITS: 'off', HOST_API_KEY: hostKey });
});
afterEach(() => server.stop());

const read = async () => (await fetch(`${server.url}/metrics`)).text();

it('what operators watch: sign-ins, requests, Telegram, the store; and nothing that is somebody’s', async () => {
  const who = { userId: 'user-4711', userLabel: 'Ana Canary' };
  const { body: link } = await hostClient(server.url).ask('POST', '/connect-links', who);
  const visitor = await server.visitor(link.url);
  const begun = (await visitor.start(credentials)).body;
  const sent = await visitor.command(begun, { type: 'submit_phone', phone });
  expect(await read()).toContain('\nbotize_attempts_open 1\n');
  const code = await server.codeOf(phone);
  const done = await visitor.command(sent, { type: 'submit_code', code });
  await visitor.ask('GET', '/api/attempts/att_of-nobody');
  await visitor.start(credentials);
  const second = (await visitor.ask('GET', '/api/attempts/current')).body;
  await visitor.ask('DELETE', `/api/attempts/${second.id}`);

  const text = await read();
  const lines = text.split('\n');
  expect(lines).toContain('botize_sign_ins_total{outcome="created"} 1');
  expect(lines).toContain('botize_sign_ins_total{outcome="cancelled"} 1');
  expect(lines).toContain('botize_connections{status="connected"} 1');
  expect(lines).toContain('botize_attempts_open 0');
  expect(lines).toContain(
    'botize_request_seconds_count{method="POST",route="/api/attempts/:id/commands",status="200"} 2',
  );
  expect(lines).toContain('botize_telegram_call_seconds_count{method="signIn",outcome="answer"} 1');
  expect(text).toMatch(/^botize_retired_keys \d+$/m);
  expect(text).toMatch(/^botize_webhooks_waiting \d+$/m);

  const [session = ''] = await server.sessions();
  if (done.state.step !== 'connected') throw new Error('not connected');
  // Without figures that are long enough to hold any five digits by chance.
  const told = lines.filter((line) => !/_sum|_bytes/.test(line)).join('\n');
  const secrets = [phone, phone.slice(1), code, credentials.apiHash, String(credentials.apiId), session];
  const names = [
    who.userId,
    who.userLabel,
    begun.id,
    done.state.connectionId,
    begun.reference,
    link.url.split('#t=')[1],
  ];
  const forms = [keyBytesOf(session).toString('hex'), keyBytesOf(session).toString('base64'), hostKey, 'att_of-nobody'];
  for (const secret of [...secrets, ...names, ...forms]) expect(told).not.toContain(secret);
});
