import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TlObject } from '../rpc.ts';
import { createDhSecret, sharedKey } from './crypto/diffie-hellman.ts';
import { sha1 } from './crypto/hash.ts';
import { generateRsaKey } from './crypto/rsa-key.ts';
import { Handshake } from './handshake.ts';
import { HandshakeClient, rsaPad } from './testing/handshake-client.ts';

const rsa = generateRsaKey();
const mine = createDhSecret();
let server: Handshake;
let client: HandshakeClient;

beforeEach(() => {
  server = new Handshake({ dcId: 2, rsa, serverTime: () => 1_700_000_000 });
  client = new HandshakeClient(rsa);
});

function begin(): TlObject {
  return server.step({ _: 'req_pq_multi', nonce: client.nonce }).answer;
}

function exchange(): TlObject {
  return client.openParams(server.step(client.paramsRequest(begin())).answer);
}

describe('the handshake', () => {
  it.each(['req_pq', 'req_pq_multi'])('begun with %s gives both sides one key and one salt', (start) => {
    const resPq = server.step({ _: start, nonce: client.nonce }).answer;
    expect(resPq).toMatchObject({ nonce: client.nonce, server_public_key_fingerprints: [rsa.fingerprint] });
    const inner = client.openParams(server.step(client.paramsRequest(resPq)).answer);
    expect(inner).toMatchObject({ _: 'server_DH_inner_data', g: 3, server_time: 1_700_000_000 });
    const { answer, established } = server.step(client.finalRequest(mine.public));
    const key = sharedKey(mine, inner['g_a'] as Buffer);
    expect(established?.key).toEqual(key);
    expect(established?.salt).toBe(client.newNonce.readBigInt64LE() ^ client.serverNonce.readBigInt64LE());
    const hash = sha1(client.newNonce, Uint8Array.of(1), sha1(key).subarray(0, 8)).subarray(4);
    expect(answer).toMatchObject({ _: 'dh_gen_ok', new_nonce_hash1: hash });
  });

  it('can begin again at any time', () => {
    exchange();
    client = new HandshakeClient(rsa);
    exchange();
    expect(server.step(client.finalRequest(mine.public)).established).not.toBeNull();
  });

  it('takes data centres of test networks and for media for what they are', () => {
    for (const dc of [2, 10_002, -2]) {
      const request = client.paramsRequest(begin(), { dc });
      expect(server.step(request).answer._).toBe('server_DH_params_ok');
    }
  });
});

describe('the handshake fails', () => {
  const spoilt = (spoil: (request: TlObject) => void, inner = {}): (() => unknown) => {
    const request = client.paramsRequest(begin(), inner);
    spoil(request);
    return () => server.step(request);
  };
  const nothing = (): void => undefined;
  const random = randomBytes(16);

  it.each([
    ['a foreign nonce', { nonce: random }, 'req_DH_params: wrong nonce'],
    ['a foreign server nonce', { server_nonce: random }, 'req_DH_params: wrong server_nonce'],
    ['a wrong factor', { p: Buffer.from([1]) }, 'req_DH_params: wrong p'],
    ['another wrong factor', { q: Buffer.from([1]) }, 'req_DH_params: wrong q'],
    ['the fingerprint of another key', { public_key_fingerprint: 1n }, 'Unknown RSA key'],
    ['data under no key', { encrypted_data: Buffer.alloc(256, 1) }, 'RSA_PAD: wrong hash'],
    ['too little data', { encrypted_data: Buffer.alloc(20) }, 'RSA_PAD: wrong hash'],
    ['something else inside', { encrypted_data: rsaPad(rsa, Buffer.alloc(64)) }, 'No p_q_inner_data inside'],
  ])('on %s', (_name, fields, message) => {
    expect(spoilt((request) => Object.assign(request, fields))).toThrow(message);
  });

  it.each([
    ['nonce', random],
    ['server_nonce', random],
    ['pq', random],
    ['p', random],
    ['q', random],
  ])('on another %s inside the encrypted part', (field, value) => {
    expect(spoilt(nothing, { [field]: value })).toThrow(`p_q_inner_data_dc: wrong ${field}`);
  });

  it('with -444 on another data centre', () => {
    expect(spoilt(nothing, { dc: 4 })).toThrow(expect.objectContaining({ code: -444 }));
  });

  it('with -404 on all else', () => {
    expect(spoilt(nothing, { nonce: random })).toThrow(expect.objectContaining({ code: -404 }));
  });

  it('out of order', () => {
    const request = { _: 'set_client_DH_params', nonce: client.nonce, server_nonce: random, encrypted_data: random };
    expect(() => server.step(request)).toThrow('set_client_DH_params came before req_pq_multi');
    const { server_nonce } = begin();
    expect(() => server.step({ ...request, server_nonce })).toThrow('came too early');
    expect(() => server.step({ _: 'ping', ping_id: 1n })).toThrow('ping came without an auth key');
  });

  it.each([
    ['0', Buffer.alloc(1)],
    ['1', Buffer.from([1])],
    ['near the lower end', Buffer.alloc(200, 255)],
    ['near the upper end', Buffer.alloc(256, 255)],
  ])('on g_b %s', (_name, gB) => {
    exchange();
    expect(() => server.step(client.finalRequest(gB))).toThrow('g_b is out of range');
  });

  it.each([
    ['a wrong hash', { hash: Buffer.alloc(20) }, 'client_DH_inner_data: wrong hash'],
    ['a foreign nonce inside', { inner: { _: 'client_DH_inner_data', nonce: random } }, 'wrong nonce'],
  ])('at the end on %s', (_name, spoil, message) => {
    exchange();
    expect(() => server.step(client.finalRequest(mine.public, spoil))).toThrow(message);
  });

  it('at the end on data that are no whole blocks', () => {
    exchange();
    const request = client.finalRequest(mine.public);
    expect(() => server.step({ ...request, encrypted_data: Buffer.alloc(17) })).toThrow('No whole blocks');
  });
});
