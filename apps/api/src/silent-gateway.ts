import type { TelegramGateway } from '@botize/login';

/** A gateway that never dials, whatever asks it: nothing was sent, so nothing has to be found out. */
export const silentGateway = (gateway: TelegramGateway): TelegramGateway => ({
  openKey: async () => ({ kind: 'unreachable' }),
  call: async () => ({ kind: 'unreachable' }),
  watchLoginToken: async () => () => undefined,
  authKeyId: (session) => gateway.authKeyId(session),
  release: async () => undefined,
  close: () => gateway.close(),
});
