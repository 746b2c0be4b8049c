import type { ChatEvent } from '@/lib/contracts/events';
import { hashOf } from '@/lib/core/hash';
import { threadOfChat } from '@/lib/db/threads';
import { chatMessage } from './chat-view';
import { feed } from './feed';
import { services } from './services';

/** What happens in a browser's own chat, from now on; null when its token opens nothing. Returns how to stop. */
export const followChat = async (
  token: string,
  tell: (event: ChatEvent) => void,
): Promise<(() => void) | null> => {
  const { db } = await services();
  const thread = await db.$transaction((tx) => threadOfChat(tx, hashOf(token)));
  if (!thread) return null;
  const { join } = await feed();
  return join(null, {
    onEvents: (events) => {
      for (const { conversationId, event } of events) {
        if (conversationId !== thread.conversationId) continue;
        if (event.kind === 'turn.added') {
          const message = chatMessage(event.turn);
          if (message) tell({ kind: 'message', message });
        } else if (event.kind === 'conversation.changed') tell({ kind: 'state', state: event.row.state });
      }
    },
    onEphemeral: () => undefined,
  });
};
