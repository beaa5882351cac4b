import Fastify, { type FastifyInstance } from 'fastify';
import type { ConnectionCount } from '../connection-counts.ts';
import type { Telegram } from '../methods/call.ts';
import type { SimulatedNetwork } from '../network.ts';
import { phonePageRoutes } from '../phone-page/routes.ts';
import { accountRoutes } from './accounts.ts';
import { deviceRoutes } from './devices.ts';
import { eventRoutes } from './events.ts';
import { guardLoopback } from './guard.ts';
import { qrRoutes } from './qr.ts';
import { serviceRoutes } from './service.ts';

export interface ControlParts {
  telegram: Telegram;
  network(): SimulatedNetwork;
  connections(): ConnectionCount[];
  /** Where the wizard is, for the link on the phone page. */
  wizardUrl: string;
  /** Back to the first people and apps. */
  reset(): Promise<void>;
}

/** The control server: JSON under /control (see control/README.md) and the phone page at /. */
export function buildControl({ telegram, network, connections, wizardUrl, reset }: ControlParts): FastifyInstance {
  const app = Fastify({
    ajv: { customOptions: { removeAdditional: false, allowUnionTypes: true } },
    forceCloseConnections: true,
    logger: false,
  });
  guardLoopback(app);
  app.get('/control/network', () => network());
  app.get('/control/connections', () => ({ keys: connections() }));
  accountRoutes(app, telegram.state);
  deviceRoutes(app, telegram);
  qrRoutes(app, telegram);
  serviceRoutes(app, telegram.state, reset);
  eventRoutes(app, telegram.state);
  phonePageRoutes(app, wizardUrl);
  return app;
}
