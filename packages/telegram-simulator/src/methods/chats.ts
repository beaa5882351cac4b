import type { Methods } from './call.ts';

/** The simulated accounts have no chats. */
export const chatMethods: Methods = {
  'messages.getDialogs': {
    access: 'user',
    run: () => ({ _: 'messages.dialogs', dialogs: [], messages: [], chats: [], users: [] }),
  },
  'messages.getHistory': {
    access: 'user',
    run: () => ({ _: 'messages.messages', messages: [], topics: [], chats: [], users: [] }),
  },
};
