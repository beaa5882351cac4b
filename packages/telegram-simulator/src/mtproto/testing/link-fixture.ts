import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { RpcContext, RpcHandler, TlObject } from '../../rpc.ts';
import { RawClient } from './raw-client.ts';
import { startStand } from './wire-stand.ts';
import type { WireStand } from './wire-stand.ts';

export const getNearest: TlObject = { _: 'help.getNearestDc' };
export const nearestDc: TlObject = { _: 'nearestDc', country: 'DE', this_dc: 2, nearest_dc: 2 };

export interface LinkFixture {
  stand: WireStand;
  /** New for each test; the server knows its session and it knows the salt. */
  client: RawClient;
  /** What requests are answered with in this test; `nearestDc` unless changed. */
  answerWith: RpcHandler;
  contexts: RpcContext[];
  /** Waits until so many requests have reached the handler in this test. */
  handledCount(count: number): Promise<void>;
}

/** Starts a data centre for the tests of a file, and a client of it for each test. */
export function linkFixture(): LinkFixture {
  const fixture = {
    answerWith: () => nearestDc,
    contexts: [],
    handledCount: (count) =>
      vi.waitFor(() => expect(fixture.stand.handled.length).toBe(count), { interval: 5 }).then(() => undefined),
  } as Partial<LinkFixture> as LinkFixture;

  beforeAll(async () => {
    fixture.stand = await startStand({
      handler: (request, context) => {
        fixture.contexts.push(context);
        return fixture.answerWith(request, context);
      },
    });
  });
  afterAll(() => fixture.stand.close());
  beforeEach(async () => {
    fixture.answerWith = () => nearestDc;
    fixture.contexts.length = 0;
    fixture.stand.handled.length = 0;
    fixture.stand.logged.length = 0;
    fixture.client = new RawClient(fixture.stand);
    await fixture.client.welcome();
    fixture.client.received.length = 0;
  });
  afterEach(() => fixture.client.close());
  return fixture;
}
