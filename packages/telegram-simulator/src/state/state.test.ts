import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seed } from '../seed.ts';
import { openState, type State } from './state.ts';

let folder: string;
let state: State;
const file = (): string => join(folder, 'deep', 'simulator.db');
const client = { apiId: 1, deviceModel: 'D', systemVersion: '1', appVersion: '1', langCode: 'en' };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  state = openState(file());
  await seed(state);
});
afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true });
});

/** A second connection sees what the first one has committed: as much as is left after the process was killed. */
function reopened<T>(look: (other: State) => T): T {
  const other = openState(file());
  try {
    return look(other);
  } finally {
    other.close();
  }
}

test('keys, authorisations, codes, tokens, faults and settings are still there', () => {
  const phone = '+34612345678';
  state.authKeys.save('k', 2, Buffer.alloc(256, 7));
  state.authKeys.remember('k', 2, { layer: 198, client });
  state.authorizations.grant({ authKeyId: 'k', dcId: 2, phone, passwordPending: false, client, now: 1 });
  const code = state.codes.send({
    phone,
    authKeyId: 'k',
    code: '11111',
    chainIndex: 0,
    delivery: 'app',
    sentAt: 1,
    expiresAt: 9,
    nextAt: null,
  });
  const token = state.loginTokens.create({
    authKeyId: 'k',
    dcId: 2,
    apiId: 1,
    deviceName: 'D',
    exceptIds: '[]',
    createdAt: 1,
    expiresAt: 9,
  });
  state.faults.add({ method: null, dcId: null, apiId: null, times: 3, kind: { type: 'mute' } });
  state.faults.take({ method: 'help.getConfig', dcId: 1 });
  state.settings.write({ clockSkewSeconds: 5 });
  const challenge = state.challenges.save({
    authKeyId: 'k',
    phone,
    verifier: Buffer.from('v'),
    secret: Buffer.from('s'),
    publicValue: Buffer.from('p'),
  });

  reopened((other) => {
    expect(other.authKeys.find('k', 2)).toEqual(Buffer.alloc(256, 7));
    expect(other.authKeys.find('k', 1)).toBeNull();
    expect(other.authKeys.recall('k', 2)).toEqual({ layer: 198, client });
    expect(other.authorizations.find('k')).toMatchObject({ phone, passwordPending: false, confirmed: false });
    expect(other.codes.find(code.hash)).toEqual(code);
    expect(other.loginTokens.find(token.token)).toEqual(token);
    expect(other.faults.list()).toMatchObject([{ times: 2, kind: { type: 'mute' } }]);
    expect(other.settings.read().clockSkewSeconds).toBe(5);
    expect(other.challenges.take(challenge.id, 'other key')).toBeNull();
    expect(other.challenges.take(challenge.id, 'k')).toEqual(challenge);
    expect(other.accounts.verifierOf('+212600000873')?.value).toHaveLength(256);
  });
});

test('a second start seeds nothing, so a changed person stays changed', async () => {
  state.accounts.save({ phone: '+34612345678', dcId: 2, firstName: 'Marta', username: 'new_name' }, 1);
  const other = openState(file());
  await seed(other);
  expect(other.accounts.find('+34612345678')?.username).toBe('new_name');
  other.close();
});

test('a reset leaves only what is kept for good', () => {
  expect(state.settings.keep('rsa', () => 'first')).toBe('first');
  state.reset();
  expect(state.accounts.list()).toEqual([]);
  expect(state.settings.keep('rsa', () => 'second')).toBe('first');
});
