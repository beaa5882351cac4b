import { hostname } from 'node:os';
import type { TelegramNetwork } from './open-telegram.ts';
import { request, type Call, type Server } from './request.ts';
import type {
  Completion,
  Connection,
  ConnectionQuery,
  ConnectLink,
  ConnectLinkRequest,
  Delivery,
  LeaseRequest,
  Page,
} from './types.ts';
import { verifyWebhook, type VerifiedWebhook, type WebhookHeaders } from './verify-webhook.ts';
import { withSession, type Job, type Leases } from './with-session.ts';

export interface ConnectOptions extends Server {
  /** SECRET. What signs the webhooks; two of them while they are changed. */
  webhookSecrets?: readonly string[];
  /** A simulated or test network; left out, sessions are used at the real Telegram. */
  network?: TelegramNetwork;
}

const seconds = 120;
const idOf = (id: string) => encodeURIComponent(id);

function leasesOf(ask: <Answer>(call: Call) => Promise<Answer>): Leases {
  const at = (id: string) => `/leases/${idOf(id)}`;
  return {
    take: (connectionId, body) =>
      ask({ method: 'POST', path: `/connections/${idOf(connectionId)}/leases`, body: { ...body } }),
    renew: (id) => ask({ method: 'POST', path: `${at(id)}/renew` }),
    release: (id) => ask({ method: 'DELETE', path: at(id) }),
    report: (id, error) => ask({ method: 'POST', path: `${at(id)}/report`, body: { error } }),
  };
}

function connectionsOf(ask: <Answer>(call: Call) => Promise<Answer>) {
  const list = (query: ConnectionQuery = {}): Promise<Page<Connection>> =>
    ask({ method: 'GET', path: '/connections', query: { ...query } });
  return {
    /** One page. */
    list,
    /** Page after page. */
    async *all(query: Omit<ConnectionQuery, 'cursor'> = {}): AsyncGenerator<Connection> {
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const page: Page<Connection> = await list(cursor === undefined ? query : { ...query, cursor });
        yield* page.items;
        cursor = page.nextCursor;
      }
    },
    get: (id: string): Promise<Connection> => ask({ method: 'GET', path: `/connections/${idOf(id)}` }),
    /** Erased at once; `pending` while Telegram has not confirmed the log-out. */
    disconnect: (id: string): Promise<{ remoteLogout: 'confirmed' | 'pending' }> =>
      ask({ method: 'DELETE', path: `/connections/${idOf(id)}` }),
  };
}

/** The host's side of Telegram Connect. Every method but `verifyWebhook` rejects with `ConnectProblem` on a refusal. */
export function createConnect(options: ConnectOptions) {
  const { webhookSecrets = [], network = null } = options;
  const ask = <Answer>(call: Call): Promise<Answer> => request<Answer>(options, call);
  const leases = leasesOf(ask);
  return {
    /** A single-use address that brings one user to the wizard. Send them there at once. */
    createConnectLink: (body: ConnectLinkRequest): Promise<ConnectLink> =>
      ask({ method: 'POST', path: '/connect-links', body: { ...body } }),
    /**
     * Redeems the code that came back. `userId`: who is signed in at your side, from your own session and never from
     * the address; a code of somebody else is refused with `link.code_invalid`.
     */
    complete: (code: string, userId: string): Promise<Completion> =>
      ask({ method: 'POST', path: '/completions', body: { code, userId } }),
    connections: connectionsOf(ask),
    users: {
      /** Disconnects everything of a user. */
      erase: (userId: string): Promise<{ disconnected: number; pending: number }> =>
        ask({ method: 'DELETE', path: `/users/${idOf(userId)}` }),
    },
    deliveries: {
      list: (query: { connectionId?: string; cursor?: string } = {}): Promise<Page<Delivery>> =>
        ask({ method: 'GET', path: '/deliveries', query: { ...query } }),
      replay: (id: string): Promise<void> => ask({ method: 'POST', path: `/deliveries/${idOf(id)}/replay` }),
    },
    /** For whoever brings a Telegram client of their own. */
    leases,
    /** @throws WebhookRejected */
    verifyWebhook: (webhook: { headers: WebhookHeaders; body: string | Uint8Array }): VerifiedWebhook =>
      verifyWebhook(webhook, webhookSecrets),
    /** Runs a job with a connected GramJS client. @throws ConnectProblem, LeaseEnded, what the job throws */
    withSession: <Result>(connectionId: string, job: Job<Result>, more: Partial<LeaseRequest> = {}): Promise<Result> =>
      withSession({ leases, network }, connectionId, job, { holder: `${hostname()}:${process.pid}`, seconds, ...more }),
  };
}

export type Connect = ReturnType<typeof createConnect>;
