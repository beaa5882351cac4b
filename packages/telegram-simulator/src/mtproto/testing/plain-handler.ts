import type { RpcHandler, TlObject } from '../../rpc.ts';
import { apiSchema } from '../../tl/index.ts';
import type { DataCentreAddress } from '../data-centres.ts';

function configAnswer(addresses: DataCentreAddress[]): TlObject {
  const now = Math.floor(Date.now() / 1000);
  // `config` has some thirty limits that clients require and nobody here looks at.
  const definition = apiSchema(198).byName.get('config');
  const numbers = (definition?.parameters ?? [])
    .filter(({ type, flag }) => flag === null && type.kind === 'primitive' && type.name === 'int')
    .map(({ name }) => name);
  return {
    _: 'config',
    ...Object.fromEntries(numbers.map((name) => [name, 1000])),
    date: now,
    expires: now + 3600,
    test_mode: false,
    this_dc: addresses[0]?.id ?? 2,
    dc_options: addresses.map(({ id, host, port }) => ({ _: 'dcOption', id, ip_address: host, port })),
    dc_txt_domain_name: 'localhost',
    me_url_prefix: 'https://t.me/',
  };
}

/** What the tests are answered unless they bring a handler of their own. */
export function plainHandler(addresses: () => DataCentreAddress[]): RpcHandler {
  return (request) => {
    switch (request._) {
      case 'help.getConfig':
        return configAnswer(addresses());
      case 'help.getNearestDc':
        return { _: 'nearestDc', country: 'DE', this_dc: 2, nearest_dc: 2 };
      case 'updates.getState':
        return { _: 'updates.state', pts: 1, qts: 0, date: 1, seq: 1, unread_count: 0 };
      case 'users.getUsers':
        return [];
      default:
        throw new Error(`Nobody answers ${request._}`);
    }
  };
}
