import type { RpcResult } from '../rpc.ts';
import { serviceTime, type Call, type Methods } from './call.ts';

/** Nothing ever happens in the simulated chats, so every client is up to date. */
function getState(call: Call): RpcResult {
  return { _: 'updates.state', pts: 1, qts: 0, date: serviceTime(call, call.now), seq: 1, unread_count: 0 };
}

function getDifference(call: Call): RpcResult {
  return { _: 'updates.differenceEmpty', date: serviceTime(call, call.now), seq: 1 };
}

export const updateMethods: Methods = {
  'updates.getState': { access: 'user', run: getState },
  'updates.getDifference': { access: 'user', run: getDifference },
  'account.updateStatus': { access: 'user', run: () => true },
};
