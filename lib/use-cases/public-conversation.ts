import type { z } from 'zod';
import type {
  getPublicConversation as one,
  PublicConversation,
  listPublicConversations as page,
} from '@/lib/contracts/public-conversations';
import { notFound } from '@/lib/core/errors';
import { type FoundConversation, findConversation } from '@/lib/db/conversations';
import { currentCues } from '@/lib/db/cues';
import { openEscalation } from '@/lib/db/escalations';
import { conversationsBefore } from '@/lib/db/public-conversations';
import { summariseCue } from '@/lib/domain/cue-summary';
import type { Actor } from '@/lib/domain/user';
import { authorisedService } from './authorised-service';
import { services } from './services';

const toPublic = ({ conversation, row }: FoundConversation): PublicConversation => ({
  id: conversation.id,
  customerId: conversation.customerId,
  channel: conversation.channel,
  state: conversation.state,
  queue: conversation.queue,
  taken: conversation.assigneeId !== null,
  intent: row.intent,
  urgency: row.urgency,
  sentiment: row.sentiment,
  openedAt: conversation.openedAt,
  closedAt: conversation.closedAt,
  lastTurnAt: conversation.lastTurnAt,
  waitingSince: conversation.waitingSince,
  turns: conversation.turnCount,
});

/** How a conversation stands, for a system. Throws `not_found`. */
export const getPublicConversation = async (
  actor: Actor,
  { params }: { params: z.output<typeof one.params> },
): Promise<z.input<typeof one.response>> => {
  authorisedService(actor, 'read', 'conversation');
  const { db } = await services();
  const found = await findConversation(db, { of: 'everyone' }, params.id);
  if (!found) throw notFound('Conversation');
  const [escalation, cues] = await Promise.all([openEscalation(db, params.id), currentCues(db, params.id)]);
  return {
    conversation: toPublic(found),
    escalation,
    cues: cues.map(({ id, state, at, payload }) => ({
      id,
      kind: payload.kind,
      state,
      at,
      says: summariseCue(payload),
    })),
  };
};

/** A page of conversations for a system, the newest first. */
export const listPublicConversations = async (
  actor: Actor,
  { query: { cursor, limit, ...filter } }: { query: z.output<typeof page.query> },
): Promise<z.input<typeof page.response>> => {
  authorisedService(actor, 'list', 'queue');
  const { db } = await services();
  const found = await conversationsBefore(db, { ...filter, before: cursor, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return {
    conversations: shown.map(toPublic),
    next: found.length > limit ? (shown.at(-1)?.conversation.id ?? null) : null,
  };
};
