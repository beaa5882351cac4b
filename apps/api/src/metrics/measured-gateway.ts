import type { TelegramGateway } from '@botize/login';
import type { Metrics } from './metrics.ts';

/** The same gateway, with each request's outcome and duration noted. What was asked of whom is not. */
export const measuredGateway = (gateway: TelegramGateway, metrics: Pick<Metrics, 'telegramCall'>): TelegramGateway => {
  const measured = async <Answer extends { kind: string }>(method: string, asked: Promise<Answer>): Promise<Answer> => {
    const startedAt = performance.now();
    const answer = await asked;
    metrics.telegramCall({ method, outcome: answer.kind, seconds: (performance.now() - startedAt) / 1000 });
    return answer;
  };
  return {
    openKey: (at, signal) => measured('openKey', gateway.openKey(at, signal)),
    call: (on, method, args, signal) => measured(method, gateway.call(on, method, args, signal)),
    watchLoginToken: (on, listener) => gateway.watchLoginToken(on, listener),
    authKeyId: (session) => gateway.authKeyId(session),
    release: (key) => gateway.release(key),
    close: () => gateway.close(),
  };
};
