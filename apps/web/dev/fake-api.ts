import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

/** A tiny stand-in for the API, in memory: enough of the contract to look at the pages. Scenario by the number typed. */
const id = (prefix: string) => `${prefix}_${randomBytes(18).toString('base64url')}`;
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
let session: any = null;
let attempt: any = null;
let connections: any[] = [];
const listeners = new Set<ServerResponse>();
let network = true;

const tell = () => listeners.forEach((r) => r.write(`id: ${Date.now()}\nevent: attempt\ndata: ${JSON.stringify(attempt)}\n\n`));
const account = { id: '777000001', name: 'Marta Giménez', username: 'martagim', phoneMasked: '+34 ••• ••• 678' };
const phone = (o = {}) => ({ step: 'phone', issue: null, suggest: null, country: 'ES', storedPhoneMasked: null, qr: null, ...o });
const code = (o = {}) => ({ step: 'code', issue: null, suggest: null, phoneMasked: account.phoneMasked, delivery: { type: 'app', length: 5 }, resend: { type: 'sms', at: soon(42) }, triesLeft: 5, ...o });
const go = (state: any) => { attempt = { ...attempt, revision: attempt.revision + 1, state }; tell(); };
const qr = () => ({ url: `tg://login?token=${randomBytes(32).toString('base64url')}`, urlExpiresAt: soon(30), paused: false });

function finish() {
  const connectionId = attempt.connectionId ?? id('con');
  connections = [{ id: connectionId, reference: attempt.reference, status: 'connected', reason: null, nextAction: null, account, connectedAt: soon(0), lastCheck: null, deviceName: 'Botize', generation: 1, leasedUntil: null }, ...connections.filter((c) => c.id !== connectionId)];
  go({ step: 'connected', connectionId, outcome: attempt.connectionId ? 'reconnected' : 'created', account, advice: ['confirm_login'] });
}

function command(c: any) {
  const s = attempt.state;
  if (c.type === 'submit_phone') {
    const n = c.phone ?? '';
    if (n.endsWith('00')) return go(phone({ issue: { code: 'telegram.phone_number_invalid', retryAt: null } }));
    if (n.endsWith('01')) return go(phone({ issue: { code: 'telegram.flood_wait', retryAt: soon(1572) } }));
    if (n.endsWith('02')) return go(phone({ issue: { code: 'telegram.phone_number_banned', retryAt: null } }));
    return go(code());
  }
  if (c.type === 'submit_code') {
    if (c.code === '11111') return go({ step: 'password', issue: null, hint: 'first cat + year', triesLeft: 5 });
    if (c.code === '22222') return finish();
    return go(code({ resend: s.resend, triesLeft: s.triesLeft - 1, issue: { code: 'telegram.phone_code_invalid', retryAt: null } }));
  }
  if (c.type === 'submit_password') return c.password === 'secret ' ? finish() : go({ ...s, triesLeft: s.triesLeft - 1, issue: { code: 'telegram.password_hash_invalid', retryAt: null } });
  if (c.type === 'resend_code') return go(code({ delivery: { type: 'sms', length: 5 }, resend: null }));
  if (c.type === 'use_phone') return go(phone());
  if (c.type === 'show_qr') return go(phone({ qr: qr() }));
}

async function body(req: IncomingMessage) {
  let text = '';
  for await (const part of req) text += part;
  return text ? JSON.parse(text) : {};
}

async function answer(req: IncomingMessage, res: ServerResponse) {
  const path = req.url!.split('?')[0]!;
  const is = (method: string, p: string | RegExp) => req.method === method && (typeof p === 'string' ? p === path : p.test(path));
  const json = (status: number, value: unknown) => { res.writeHead(status, { 'content-type': 'application/json', 'x-request-id': id('req') }); res.end(value === undefined ? undefined : JSON.stringify(value)); };
  const no = (status: number, c: string, more = {}) => { res.writeHead(status, { 'content-type': 'application/problem+json' }); res.end(JSON.stringify({ type: 'about:blank', title: c, status, code: c, requestId: id('req'), ...more })); };
  if (is('POST', '/api/fake/network')) { network = (await body(req)).up; return json(200, {}); }
  if (is('POST', '/api/fake/state')) { go((await body(req)).state); return json(200, {}); }
  if (is('POST', '/api/fake/reset')) { session = null; attempt = null; connections = (await body(req)).connections ?? []; return json(200, {}); }
  if (is('POST', '/api/fake/finish')) { finish(); return json(200, {}); }
  if (!network) return req.socket.destroy();
  if (is('GET', '/api/meta')) return json(200, { network: 'simulator', simulated: process.env['FAKE_REAL'] !== '1', devSignIn: true, consentVersion: '2026-11', phonePage: 'http://127.0.0.1:3001/' });
  if (is('POST', '/api/session')) {
    const b = await body(req);
    if (b.linkToken === 'used-used-used-used') return no(410, 'link.used');
    session = { user: { id: b.dev?.userId ?? 'u1', label: b.dev?.label ?? 'name@example.com', role: 'user' }, connectionId: null, returnUrl: null, locale: 'en', expiresAt: soon(3600) };
    return json(200, session);
  }
  if (is('DELETE', '/api/session')) { session = null; return json(204, undefined); }
  if (!session) return no(401, 'session.none');
  if (is('GET', '/api/session')) return json(200, session);
  if (is('GET', '/api/attempts/current')) return attempt && !['connected', 'failed', 'cancelled', 'expired'].includes(attempt.state.step) ? json(200, attempt) : no(404, 'attempt.none');
  if (is('POST', '/api/attempts')) {
    const b = await body(req);
    await new Promise((r) => setTimeout(r, 500));
    if (b.credentials.apiId === 1) return no(422, 'telegram.api_id_invalid');
    if (b.credentials.apiId === 2) return no(429, 'telegram.flood_wait', { retryAfterSeconds: 600 });
    attempt = { id: id('att'), reference: 'CN-7K3M-Q2WD', revision: 0, expiresAt: soon(2400), connectionId: b.connectionId ?? null, state: phone({ storedPhoneMasked: b.connectionId ? account.phoneMasked : null }) };
    return json(201, attempt);
  }
  if (is('POST', /^\/api\/attempts\/[^/]+\/commands$/)) {
    const c = await body(req);
    if (c.revision !== attempt.revision) return no(409, 'attempt.stale_revision', { attempt });
    await new Promise((r) => setTimeout(r, 400));
    command(c);
    return json(200, attempt);
  }
  if (is('DELETE', /^\/api\/attempts\//)) { if (attempt) go({ step: 'cancelled' }); return json(204, undefined); }
  if (is('GET', /\/events$/)) {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.write(`retry: 2000\n\nid: 1\nevent: attempt\ndata: ${JSON.stringify(attempt)}\n\n`);
    listeners.add(res);
    res.on('close', () => listeners.delete(res));
    return;
  }
  if (is('GET', '/api/connections')) return json(200, { items: connections, nextCursor: null });
  const con = connections.find((c) => path.startsWith(`/api/connections/${c.id}`));
  if (!con) return no(404, 'connection.not_found');
  if (req.method === 'DELETE') { connections = connections.filter((c) => c !== con); return json(200, { remoteLogout: 'confirmed' }); }
  if (path.endsWith('/check')) { con.lastCheck = { at: soon(0), outcome: con.reason ?? 'ok' }; return json(200, con); }
  return json(200, con);
}

export const fakeApi: Plugin = {
  name: 'fake-api',
  configureServer: (server) => void server.middlewares.use((req, res, next) => (req.url?.startsWith('/api/') ? void answer(req, res) : next())),
  configurePreviewServer: (server) => void server.middlewares.use((req, res, next) => {
    res.setHeader('content-security-policy', "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    return req.url?.startsWith('/api/') ? void answer(req, res) : next();
  }),
};
