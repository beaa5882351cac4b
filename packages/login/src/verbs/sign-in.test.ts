import { expect, test } from 'vitest';
import { password, phone, setStage } from '../testing/stage.ts';
import { listConnections } from './list-connections.ts';

test('a number, a code and a password make a connection', async () => {
  const stage = setStage();
  stage.addAccount(phone, { password });
  const started = await stage.start();
  expect(started.state).toMatchObject({ step: 'phone', country: 'ES', qr: null, issue: null, suggest: null });
  const code = await stage.send(started, { type: 'submit_phone', phone });
  expect(code.state).toMatchObject({ step: 'code', phoneMasked: '+34 ••• ••• 678', triesLeft: 5 });
  const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
  expect(asked.state).toEqual({ step: 'password', issue: null, hint: 'first pet', triesLeft: 5 });
  const done = await stage.send(asked, { type: 'submit_password', password });
  expect(done).toMatchObject({
    revision: 3,
    state: { step: 'connected', outcome: 'created', advice: ['confirm_login'] },
  });
  expect(await listConnections(stage.deps, stage.actor)).toMatchObject([
    { status: 'connected', reason: null, generation: 1, account: { name: 'Bob', phoneMasked: '+34 ••• ••• 678' } },
  ]);
  expect(stage.orphans()).toEqual([]);
  expect(stage.telegram.duplicated).toEqual([]);
});
