import { describe, expect, it } from 'vitest';
import { ServerSalts } from './server-salts.ts';

const id = 'a'.repeat(16);
const key = Buffer.alloc(256, 7);
const now = 1800 * 1000;

describe('server salts', () => {
  it('follow from key and time, so that another instance knows them too', () => {
    const salt = new ServerSalts().current(id, key, now);
    expect(new ServerSalts().accepts(id, key, salt, now + 1799)).toBe(true);
    expect(new ServerSalts().current(id, Buffer.alloc(256, 8), now)).not.toBe(salt);
  });

  it('are good for their period and the next', () => {
    const salts = new ServerSalts();
    const salt = salts.current(id, key, now);
    expect(salts.accepts(id, key, salt, now + 3599)).toBe(true);
    expect(salts.accepts(id, key, salt, now + 3600)).toBe(false);
    expect(salts.accepts(id, key, salt + 1n, now)).toBe(false);
  });

  it('include the one of the handshake for half an hour', () => {
    const salts = new ServerSalts();
    salts.setInitial(id, 42n, now);
    expect(salts.accepts(id, key, 42n, now + 1799)).toBe(true);
    expect(salts.accepts(id, key, 42n, now + 1801)).toBe(false);
  });

  it('of the future begin with the current one and follow each other', () => {
    const salts = new ServerSalts();
    const future = salts.future(id, key, now + 5, 3);
    expect(future.map(({ validSince }) => validSince)).toEqual([now, now + 1800, now + 3600]);
    expect(future[0]?.salt).toBe(salts.current(id, key, now));
    expect(salts.accepts(id, key, future[2]?.salt ?? 0n, now + 3601)).toBe(true);
    expect(salts.future(id, key, now, 1000).length).toBe(64);
  });

  it('are all void after a rotation', () => {
    const salts = new ServerSalts();
    salts.setInitial(id, 42n, now);
    const salt = salts.current(id, key, now);
    salts.rotate(id);
    expect([42n, salt].map((each) => salts.accepts(id, key, each, now))).toEqual([false, false]);
    expect(salts.accepts(id, key, salts.current(id, key, now), now)).toBe(true);
  });
});
