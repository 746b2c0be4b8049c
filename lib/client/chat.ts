import { queryOptions } from '@tanstack/react-query';
import { type Chat, getChat, sayInChat } from '../contracts/chat';
import type { ChatEvent } from '../contracts/events';
import { call } from './call';

export const chatQuery = () =>
  queryOptions({
    queryKey: ['chat'],
    queryFn: ({ signal }) => call(getChat, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface Saying {
  text: string;
  clientId: string;
  name?: string;
  email?: string;
}

export const say = (saying: Saying) => call(sayInChat, { body: saying });

/** Adds a message once, in its place. */
export const addMessage = (chat: Chat, message: Chat['messages'][number]): Chat =>
  chat.messages.some(({ seq }) => seq === message.seq)
    ? chat
    : {
        ...chat,
        state: chat.state === 'none' ? 'open' : chat.state,
        messages: [...chat.messages, message].sort((a, b) => a.seq - b.seq),
      };

/** What the stream says about the chat. */
export const applyChatEvent = (chat: Chat, event: ChatEvent): Chat => {
  switch (event.kind) {
    case 'message':
      return addMessage(chat, event.message);
    case 'state':
      return { ...chat, state: event.state };
    default:
      return event satisfies never;
  }
};
