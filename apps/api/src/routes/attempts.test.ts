import { Refusal } from '@botize/login';
import { describe, expect, it } from 'vitest';
import { attemptId, phoneStep, startBody } from '../testing/fixtures.ts';
import { testApp } from '../testing/test-app.ts';

const commands = `/api/attempts/${attemptId}/commands`;

describe('attempts', () => {
  it('are created with 201, and 200 is the open one', async () => {
    for (const created of [true, false]) {
      const { ask } = await testApp({ verbs: { startAttempt: async () => ({ created, attempt: phoneStep }) } });
      const answer = await ask({ method: 'POST', url: '/api/attempts', payload: startBody });
      expect([answer.statusCode, answer.json()]).toEqual([created ? 201 : 200, phoneStep]);
    }
  });

  it('show nothing that is not in the contract', async () => {
    const attempt = { ...phoneStep, apiHash: 'secret', state: { ...phoneStep.state, phoneCodeHash: 'secret' } };
    const { ask } = await testApp({ verbs: { currentAttempt: async () => attempt } });
    const answer = await ask({ url: '/api/attempts/current' });
    expect(answer.json()).toEqual(phoneStep);
  });

  it('are asked for in the name of who is signed in', async () => {
    const seen: unknown[] = [];
    const { ask, signIn } = await testApp({
      verbs: { runCommand: async (...args) => (seen.push(args), phoneStep) },
    });
    const payload = { revision: 0, type: 'submit_password', password: ' p4ss ' };
    const answer = await ask({ method: 'POST', url: commands, payload }, await signIn('u7'));
    expect(answer.statusCode).toBe(200);
    expect(seen).toEqual([
      [{ kind: 'user', userId: 'u7', address: '127.0.0.1', requestId: expect.any(String) }, attemptId, payload],
    ]);
  });

  it('are none where none is open', async () => {
    const { ask } = await testApp({ verbs: { currentAttempt: () => Promise.reject(new Refusal('attempt.none')) } });
    const answer = await ask({ url: '/api/attempts/current' });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'attempt.none']);
    const little = await ask({ url: '/api/attempts/current', headers: { prefer: 'return=minimal' } });
    expect([little.statusCode, little.headers['x-problem-code'], little.body]).toEqual([204, 'attempt.none', '']);
  });

  it.each(['attempt.stale_revision', 'attempt.command_not_allowed'] as const)(
    'say with %s where they stand',
    async (code) => {
      const runCommand = () => Promise.reject(new Refusal(code, { attempt: phoneStep }));
      const { ask, logged } = await testApp({ verbs: { runCommand } });
      const answer = await ask({ method: 'POST', url: commands, payload: { revision: 0, type: 'show_qr' } });
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ code, attempt: phoneStep });
      expect(logged.join('')).toContain(phoneStep.reference);
    },
  );

  it.each([
    [{ revision: 0, type: 'submit_phone', phone: '612345678' }, '/phone', 'format'],
    [{ revision: 0, type: 'submit_phone' }, '/phone', 'required'],
    [{ revision: 0, type: 'submit_code', code: '' }, '/code', 'range'],
    [{ revision: 0, type: 'submit_code', code: 12345 }, '/code', 'type'],
    [{ revision: -1, type: 'show_qr' }, '/revision', 'range'],
    [{ revision: 1e300, type: 'show_qr' }, '/revision', 'range'],
    [{ revision: 0.5, type: 'show_qr' }, '/revision', 'type'],
    [{ revision: 0, type: 'nonsense' }, '/type', 'format'],
    [{ revision: 0 }, '/type', 'required'],
    [{ revision: 0, type: 'show_qr', surprise: true }, '', 'unknown_member'],
  ])('refuse %j, naming %s', async (payload, pointer, code) => {
    const { ask } = await testApp();
    const answer = await ask({ method: 'POST', url: commands, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([{ pointer, code }]);
  });

  it('do not start once the server is on its way out, but what is open goes on', async () => {
    const { ask, drain } = await testApp();
    drain.begin();
    const answer = await ask({ method: 'POST', url: '/api/attempts', payload: startBody });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'server.draining']);
    expect(answer.headers['retry-after']).toBe('5');
    expect((await ask({ url: '/readyz' })).statusCode).toBe(503);
    expect((await ask({ url: '/healthz' })).statusCode).toBe(200);
    expect((await ask({ method: 'POST', url: commands, payload: { revision: 0, type: 'show_qr' } })).statusCode).toBe(
      200,
    );
  });
});
