import type { Chat } from '@/lib/contracts/chat';
import { hashOf } from '@/lib/core/hash';
import { threadOfChat } from '@/lib/db/threads';
import { messagesAfter } from '@/lib/db/turns';
import { chatView } from './chat-view';
import { services } from './services';

/** The chat of a browser, by its secret token; `none` when the token opens nothing. */
export const getChat = async (token: string | null): Promise<Chat> => {
  const { db } = await services();
  const thread = token === null ? null : await db.$transaction((tx) => threadOfChat(tx, hashOf(token)));
  if (!thread) return { state: 'none', messages: [], personRequested: false };
  return chatView(thread.state, await messagesAfter(db, thread.conversationId, 0));
};
