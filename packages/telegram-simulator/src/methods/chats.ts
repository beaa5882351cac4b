import { RpcError, type RpcResult, type TlObject } from '../rpc.ts';
import type { PhoneMessage } from '../state/messages.ts';
import { serviceTime, type Call, type Methods, type SignedIn } from './call.ts';
import { longField, numberField, objectField } from './request-fields.ts';

/** Telegram's own chat, the only one that a simulated account has: codes and notices arrive in it. */
const serviceId = 777_000n;
const service: TlObject = {
  _: 'user',
  verified: true,
  support: true,
  id: serviceId,
  access_hash: 0n,
  first_name: 'Telegram',
  phone: '42777',
};
const peer: TlObject = { _: 'peerUser', user_id: serviceId };
const kept = 1_000;

/** Newest first. What came by SMS, call or email is not in the chat. */
function chatOf(call: Call): PhoneMessage[] {
  const { account } = call.user as SignedIn;
  return call.state.messages.list(account.phone, kept).filter(({ kind }) => kind === 'app' || kind === 'notice');
}

const messageObject = (call: Call, { id, text, at }: PhoneMessage): TlObject => ({
  _: 'message',
  id,
  from_id: peer,
  peer_id: peer,
  date: serviceTime(call, at),
  message: text,
});

function dialogOf(top: PhoneMessage): TlObject {
  return {
    _: 'dialog',
    peer,
    top_message: top.id,
    read_inbox_max_id: 0,
    read_outbox_max_id: 0,
    unread_count: 0,
    unread_mentions_count: 0,
    unread_reactions_count: 0,
    unread_poll_votes_count: 0,
    notify_settings: { _: 'peerNotifySettings' },
  };
}

/** A request for what comes after the first page gets nothing: there is one chat. */
function getDialogs(call: Call): RpcResult {
  const isFirstPage = numberField(call.request, 'offset_date') === 0;
  const [top] = isFirstPage ? chatOf(call) : [];
  if (!top) return { _: 'messages.dialogs', dialogs: [], messages: [], chats: [], users: [] };
  return {
    _: 'messages.dialogs',
    dialogs: [dialogOf(top)],
    messages: [messageObject(call, top)],
    chats: [],
    users: [service],
  };
}

/** @throws RpcError PEER_ID_INVALID for any chat but Telegram's own */
function getHistory(call: Call): RpcResult {
  const asked = objectField(call.request, 'peer');
  if (asked?._ !== 'inputPeerUser' || longField(asked, 'user_id') !== serviceId) {
    throw new RpcError(400, 'PEER_ID_INVALID');
  }
  const offset = numberField(call.request, 'offset_id');
  const limit = numberField(call.request, 'limit');
  const page = chatOf(call).filter(({ id }) => offset === 0 || id < offset);
  const messages = page.slice(0, Math.min(limit, 100)).map((message) => messageObject(call, message));
  return { _: 'messages.messages', messages, topics: [], chats: [], users: [service] };
}

export const chatMethods: Methods = {
  'messages.getDialogs': { access: 'user', run: getDialogs },
  'messages.getHistory': { access: 'user', run: getHistory },
};
