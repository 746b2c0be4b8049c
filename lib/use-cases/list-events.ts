import type { z } from 'zod';
import { type listEvents as contract, PUBLIC_EVENTS } from '@/lib/contracts/public-events';
import { eventHeads } from '@/lib/db/events';
import type { Actor } from '@/lib/domain/user';
import { authorisedService } from './authorised-service';
import { services } from './services';

/** What has happened after an event, for a system that asks from time to time. */
export const listEvents = async (
  actor: Actor,
  { query: { after, limit } }: { query: z.output<typeof contract.query> },
): Promise<z.input<typeof contract.response>> => {
  authorisedService(actor, 'list', 'event');
  const { db } = await services();
  const events = await eventHeads(db, PUBLIC_EVENTS, BigInt(after), limit);
  return {
    events: events.map(({ id, kind, conversationId, at }) => ({
      id: String(id),
      kind,
      conversationId,
      at: at.toISOString(),
    })),
    last: String(events.at(-1)?.id ?? after),
  };
};
