import { afterAll, expect, test } from 'vitest';
import {
  asMet,
  documentedErrors,
  inventedError,
  notice,
  reaches,
  waitSeconds,
} from '../testing/error-matrix/documented-errors.ts';
import { expectedOutcome, isFollowed } from '../testing/error-matrix/expected.ts';
import { numberOf, walkOnce } from './testing/walk.ts';

const walk = walkOnce();
let rows = 0;
afterAll(() => console.log(`${rows} errors of auth.sendCode met on the wire`));

/** What a server puts into an rpc_error; transport errors and bad_msg_notification are no answers to a request. */
const isRpcError = ({ error }: { error: string }) => !/^(TRANSPORT_ERROR|BAD_MSG_NOTIFICATION)_/.test(error);
const possible = [...documentedErrors, inventedError].filter(
  (error) => reaches(error, 'auth.sendCode') && isRpcError(error) && !isFollowed(error),
);

test.each(possible.map((error) => [`${error.code} ${error.error}`, error] as const))('%s', async (_, error) => {
  const ana = walk.newPerson();
  const started = await ana.start();
  const message = error.error.replace('%d', String(waitSeconds));
  const notification = error.code === 406 ? { notification: notice } : {};
  const kind = { type: 'rpc_error', code: error.code, message, ...notification } as const;
  await walk.stand.fault(kind, { method: 'auth.sendCode' });
  const { state } = await ana.send(started, { type: 'submit_phone', phone: numberOf('0001') });

  const refused = asMet(error);
  const { step, code, waitsSeconds, suggest = null } = expectedOutcome('phone', 'sendCode', refused);
  expect(state.step).toBe(step);
  const issue = 'issue' in state ? state.issue : null;
  const shown = state.step === 'failed' ? state.code : issue?.code;
  expect(shown).toBe(code === 'same' ? refused.code : code);
  if (state.step === 'phone') expect(state.suggest).toBe(suggest);
  if (error.code === 406) expect(issue?.text).toBe(notice);
  const left = issue?.retryAt ? (Date.parse(issue.retryAt) - walk.clock.now()) / 1_000 : 0;
  expect(Math.abs(left - (waitsSeconds ?? 0))).toBeLessThan(5);
  expect(await walk.stand.pendingFaults()).toBe(0);
  rows += 1;
});
