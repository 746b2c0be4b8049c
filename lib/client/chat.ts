import { queryOptions } from '@tanstack/react-query';
import { type Chat, getChat, sayInChat } from '../contracts/chat';
import type { ChatEvent } from '../contracts/events';
import { call } from './call';

const KEY = ['chat'];

export const chatQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal, client }) =>
      withLater(await call(getChat, { signal }), client.getQueryData<Chat>(KEY)),
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

/** An answer that was on its way while more was said: what the stream brought meanwhile stays. */
export const withLater = (fetched: Chat, held: Chat | undefined): Chat => {
  if (!held) return fetched;
  const last = fetched.messages.at(-1);
  const isSameChat = !last || held.messages.some(({ seq, at }) => seq === last.seq && at === last.at);
  if (!isSameChat) return fetched;
  const later = held.messages.filter(({ seq }) => seq > (last?.seq ?? 0));
  return {
    ...later.reduce(addMessage, fetched),
    personRequested: fetched.personRequested || held.personRequested,
  };
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
