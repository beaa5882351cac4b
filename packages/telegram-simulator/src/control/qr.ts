import type { FastifyInstance, FastifyReply } from 'fastify';
import { RpcError } from '../rpc.ts';
import type { Telegram } from '../methods/call.ts';
import { phoneCall } from '../methods/handler.ts';
import { acceptToken } from '../methods/login-token.ts';
import { findPerson } from '../methods/people.ts';
import { phoneParam } from './phone-param.ts';
import { approveBody, refuseBody } from './schemas.ts';

interface TokenBody {
  url?: string;
  token?: string;
}

/** The token in `tg://login?token=…`, given as such or as the whole address. */
function tokenOf({ url, token }: TokenBody): string {
  const text = token ?? /[?&]token=([^&]+)/.exec(url ?? '')?.[1] ?? '';
  return Buffer.from(decodeURIComponent(text), 'base64url').toString('base64url');
}

/** What the person's phone does with a QR code. */
export function qrRoutes(app: FastifyInstance, telegram: Telegram): void {
  const { state } = telegram;

  app.get('/control/qr', () => ({
    tokens: state.loginTokens
      .live(state.clock.now())
      .map(({ token, authKeyId, dcId, deviceName, createdAt, expiresAt }) => ({
        token,
        url: `tg://login?token=${token}`,
        authKeyId,
        dcId,
        deviceName,
        createdAt: new Date(createdAt).toISOString(),
        expiresAt: new Date(expiresAt).toISOString(),
      })),
  }));

  app.post<{ Body: TokenBody & { phone: string } }>(
    '/control/qr/approve',
    { schema: { body: approveBody } },
    async (request, reply) => {
      const account = await findPerson(state, phoneParam(request.body.phone));
      if (!account) return reply.code(404).send({ error: 'account', message: 'Nobody has this number.' });
      try {
        acceptToken(phoneCall(telegram), tokenOf(request.body), account);
      } catch (error) {
        return refused(reply, error);
      }
      return reply.code(204).send();
    },
  );

  app.post<{ Body: TokenBody }>('/control/qr/refuse', { schema: { body: refuseBody } }, (request, reply) => {
    state.loginTokens.remove(tokenOf(request.body));
    state.changed();
    return reply.code(204).send();
  });
}

function refused(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof RpcError) return reply.code(409).send({ error: 'token', message: error.message });
  throw error;
}
