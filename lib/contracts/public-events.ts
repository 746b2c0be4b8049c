import { z } from 'zod';
import { contract } from './contract';
import { nothing } from './parts';

/** Events that systems hear of. What happened is asked for by the conversation's id: an event carries no text of anybody. */
export const PUBLIC_EVENTS = [
  'turn.added',
  'conversation.changed',
  'cues.stored',
  'escalation.changed',
  'wrap-up.changed',
  'action.changed',
] as const;

export const publicEventSchema = z.object({
  /** Whole numbers that only grow, as text: more digits than a JSON number may have. */
  id: z.string(),
  kind: z.enum(PUBLIC_EVENTS),
  conversationId: z.string().nullable(),
  at: z.iso.datetime(),
});

/** An event's number: at most what a bigint of the database holds. */
const eventId = z.string().regex(/^\d{1,18}$/, 'is not the id of an event');

export const listEvents = contract({
  method: 'GET',
  path: '/api/v1/events',
  summary: 'What has happened after an event, the oldest first; ask again with the last id',
  params: nothing,
  query: z.strictObject({
    after: eventId.default('0'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  body: nothing,
  response: z.object({
    events: z.array(publicEventSchema),
    /** What to send as `after` next time, whether or not anything happened. */
    last: z.string(),
  }),
  status: 200,
});
