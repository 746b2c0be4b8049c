import type { Chat, ChatMessage } from '@/lib/contracts/chat';
import type { Turn } from '@/lib/domain/conversation';

/** What the product says itself when a person was asked for; seeing it in the chat is how we know that one was. */
export const PERSON_IS_COMING =
  'You asked for a person: someone from our team is reading this and will answer you here.';

const firstName = (name: string | null): string | null => name?.split(' ')[0] ?? null;

/** A turn as the customer sees it; null for what is internal. */
export const chatMessage = (turn: Turn): ChatMessage | null =>
  turn.kind === 'message'
    ? {
        seq: turn.seq,
        from: turn.role,
        name: turn.role === 'rep' ? firstName(turn.authorName) : null,
        text: turn.text,
        at: turn.at,
      }
    : null;

export const personRequested = (turns: readonly Turn[]): boolean =>
  turns.some((turn) => turn.role === 'system' && turn.text === PERSON_IS_COMING);

export const chatView = (state: Chat['state'], turns: readonly Turn[]): Chat => ({
  state,
  messages: turns.flatMap((turn) => chatMessage(turn) ?? []),
  personRequested: personRequested(turns),
});
