import { Meta } from '@botize/contract';
import type { App } from '../app-types.ts';

export const metaRoutes = (app: App, meta: Meta) => {
  app.get('/api/meta', { schema: { response: { 200: Meta } } }, async () => meta);
};
