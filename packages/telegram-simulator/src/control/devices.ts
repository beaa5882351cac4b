import type { FastifyInstance } from 'fastify';
import type { Telegram } from '../methods/call.ts';
import type { Authorization, EndReason } from '../state/authorizations.ts';
import { phoneParam } from './phone-param.ts';

interface DeviceRoute {
  Params: { phone: string; authKeyId: string };
  Querystring: { as?: EndReason };
}

const endQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { as: { enum: ['unregistered', 'revoked', 'expired', 'duplicated', 'destroyed'] } },
};

/** What the person does under Devices, and what Telegram may do to a key. */
export function deviceRoutes(app: FastifyInstance, telegram: Telegram): void {
  const { state } = telegram;
  const deviceOf = ({ phone, authKeyId }: DeviceRoute['Params']): Authorization | null => {
    const device = state.authorizations.find(authKeyId);
    return device?.phone === phoneParam(phone) ? device : null;
  };
  const noDevice = { error: 'device', message: 'This person has no such device.' };

  app.delete<DeviceRoute>(
    '/control/accounts/:phone/devices/:authKeyId',
    { schema: { querystring: endQuery } },
    (request, reply) => {
      const device = deviceOf(request.params);
      if (!device) return reply.code(404).send(noDevice);
      endDevice(telegram, device.authKeyId, request.query.as ?? 'unregistered');
      return reply.code(204).send();
    },
  );

  app.delete<DeviceRoute>(
    '/control/accounts/:phone/devices',
    { schema: { querystring: endQuery } },
    (request, reply) => {
      for (const device of state.authorizations.list(phoneParam(request.params.phone))) {
        endDevice(telegram, device.authKeyId, request.query.as ?? 'unregistered');
      }
      return reply.code(204).send();
    },
  );

  app.post<DeviceRoute>('/control/accounts/:phone/devices/:authKeyId/confirm', (request, reply) => {
    const device = deviceOf(request.params);
    if (!device) return reply.code(404).send(noDevice);
    state.authorizations.confirm(device.authKeyId);
    state.changed();
    return reply.code(204).send();
  });

  app.post<DeviceRoute>('/control/accounts/:phone/devices/:authKeyId/deny', (request, reply) => {
    const device = deviceOf(request.params);
    if (!device) return reply.code(404).send(noDevice);
    endDevice(telegram, device.authKeyId, 'unregistered');
    return reply.code(204).send();
  });

  app.get('/control/authorized-keys', () => ({
    keys: state.authorizations
      .list()
      .filter(({ passwordPending }) => !passwordPending)
      .map(({ authKeyId, dcId, phone }) => ({ authKeyId, dcId, phone })),
  }));
}

/** `destroyed` takes the key itself away: its next message is answered with transport error -404. */
function endDevice(telegram: Telegram, authKeyId: string, reason: EndReason): void {
  telegram.state.authorizations.end(authKeyId, reason);
  if (reason === 'destroyed') {
    telegram.state.authKeys.forget(authKeyId);
    telegram.dropKey(authKeyId);
  }
  telegram.state.changed();
}
