import type { ClientInfo, TlObject } from '../rpc.ts';

export interface Unwrapped {
  query: TlObject;
  /** Of `invokeWithLayer`; null where the request doesn't say. */
  layer: number | null;
  /** Of `initConnection`; null where the request doesn't say. */
  client: ClientInfo | null;
  withoutUpdates: boolean;
}

const wrappers = new Set([
  'invokeWithLayer',
  'initConnection',
  'invokeWithoutUpdates',
  // Requests of a connection are carried out in order anyway.
  'invokeAfterMsg',
  'invokeAfterMsgs',
]);

// The decoder has checked names and types of all fields against the schema.
function clientOf(request: TlObject): ClientInfo {
  return {
    apiId: request['api_id'] as number,
    deviceModel: request['device_model'] as string,
    systemVersion: request['system_version'] as string,
    appVersion: request['app_version'] as string,
    langCode: request['lang_code'] as string,
  };
}

/** Takes the wrappers off a decoded request and keeps what they say. */
export function unwrapRequest(request: TlObject): Unwrapped {
  const unwrapped: Unwrapped = { query: request, layer: null, client: null, withoutUpdates: false };
  while (wrappers.has(unwrapped.query._)) {
    const wrapper = unwrapped.query;
    if (wrapper._ === 'invokeWithLayer') unwrapped.layer = wrapper['layer'] as number;
    if (wrapper._ === 'initConnection') unwrapped.client = clientOf(wrapper);
    if (wrapper._ === 'invokeWithoutUpdates') unwrapped.withoutUpdates = true;
    unwrapped.query = wrapper['query'] as TlObject;
  }
  return unwrapped;
}
