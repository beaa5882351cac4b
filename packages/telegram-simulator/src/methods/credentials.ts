import { RpcError } from '../rpc.ts';
import type { Call } from './call.ts';
import { numberField, textField } from './request-fields.ts';

/** @throws RpcError API_ID_INVALID, API_ID_PUBLISHED_FLOOD */
export function checkCredentials({ request, state }: Call): void {
  const verdict = state.apps.judge(numberField(request, 'api_id'), textField(request, 'api_hash'));
  if (verdict === 'published') throw new RpcError(400, 'API_ID_PUBLISHED_FLOOD');
  if (verdict === 'invalid') throw new RpcError(400, 'API_ID_INVALID');
}
