import type { SentSuggestion } from '../domain/handoff';
import { Prisma } from './generated/client';
import type { Db } from './handle';

/** A reply of which more than this was rewritten, by words, is the rep's own. */
const STILL_THE_SUGGESTION = 0.7;

/**
 * Suggested answers of conversation `c` that reps sent, oldest first, as one JSON array. A suggestion is recorded as accepted or edited at
 * the instant its message was written, by the same person, in the same transaction (`send-reply`): that is how the two are matched.
 * Questions and lines that hand over try nothing; what was dismissed after it was sent counts as not tried.
 */
export const SENT_SUGGESTIONS = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('turnId', t.id, 'edited', s.kind = 'edit', 'titles', (
      SELECT coalesce(jsonb_agg(DISTINCT a.cited ->> 'title'), '[]')
      FROM jsonb_array_elements(q.payload -> 'resolution' -> 'citations') AS a(cited) WHERE a.cited ->> 'of' = 'article')) ORDER BY t.seq), '[]')
    FROM correction s JOIN cue q ON q.id = s.cue_id
    JOIN turn t ON t.conversation_id = s.conversation_id AND t.author_id = s.actor_id AND t.at = s.at AND t.role = 'rep' AND t.kind = 'message'
    WHERE s.conversation_id = c.id AND s.kind IN ('accept', 'edit') AND q.payload -> 'resolution' ->> 'outcome' = 'suggest'
      AND coalesce((s.body ->> 'distance')::float8, 0) <= ${STILL_THE_SUGGESTION}::float8
      AND NOT EXISTS (SELECT 1 FROM correction d
        WHERE d.conversation_id = s.conversation_id AND d.cue_id = s.cue_id AND d.kind = 'dismissal' AND d.at >= s.at))`;

/** The same for one conversation; empty when it is gone. */
export const sentSuggestions = async (db: Db, conversationId: string): Promise<SentSuggestion[]> => {
  const [row] = await db.$queryRaw<
    { sent: SentSuggestion[] }[]
  >`SELECT ${SENT_SUGGESTIONS} AS sent FROM conversation c WHERE c.id = ${conversationId}`;
  return row?.sent ?? [];
};
