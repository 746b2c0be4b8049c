import { MINUTE } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { clip } from '@/lib/core/text';
import type { Prisma } from '@/lib/db/generated/client';
import type { SeedUser } from '../people';
import { HANDOVERS } from './escalated';
import { type About, fillSlots, personOf } from './fill-slots';
import { type Planned, STRETCH } from './plan';

export interface PastRows {
  conversation: Prisma.ConversationCreateManyInput & { id: string; closedAt: Date };
  turns: (Prisma.TurnCreateManyInput & { at: Date })[];
  wrapUp: Prisma.WrapUpCreateManyInput;
}

const sentimentOf = (csat: number | undefined): string =>
  csat === undefined || csat === 3 || csat === 4 ? 'neutral' : csat === 5 ? 'positive' : 'frustrated';

/** What the rep wrote down afterwards. */
const notesOf = ({ past }: Planned): string => {
  const handover = HANDOVERS[past.id];
  const end = {
    resolved: `Resolved: ${past.disposition[1].replaceAll('-', ' ')}.`,
    escalated: `Handed over${handover ? ` to ${handover.queue.replaceAll('-', ' ')}. ${handover.trigger.say}` : '.'}`,
    abandoned: 'The customer did not come back; closed after the last reminder.',
  };
  return `${past.title}. ${end[past.outcome]}`;
};

/** A closed conversation as rows: its lines at the pace they had, the wrap-up and what came of it. */
export const pastConversation = (
  planned: Planned,
  about: About,
  rep: SeedUser,
  queueId: string,
  random: () => number,
): PastRows => {
  const { past, account, openedAt } = planned;
  const id = newId('cnv', openedAt.getTime());
  let at = openedAt.getTime();
  const turns = past.turns.map(({ from, say, wait }, index) => {
    at += Math.round(wait * 1000 * (0.8 + random() * (STRETCH - 0.8)));
    const isRep = from === 'rep';
    return {
      id: newId('trn', at),
      conversationId: id,
      seq: index + 1,
      role: from,
      kind: 'message',
      text: fillSlots(say, about),
      authorId: isRep ? rep.id : null,
      authorName: isRep ? rep.name : personOf(about),
      at: new Date(at),
    };
  });
  const lastTurnAt = new Date(at);
  const closedAt = new Date(at + (1 + random() * 6) * MINUTE);
  const notes = notesOf(planned);
  const followUp = HANDOVERS[past.id]?.next[0] ?? null;
  return {
    conversation: {
      id,
      customerId: account.customer.id,
      channel: past.channel,
      state: 'closed',
      queueId,
      assigneeId: rep.id,
      openedAt,
      closedAt,
      lastTurnAt,
      waitingSince: null,
      turnCount: turns.length,
      customerTurnCount: turns.filter(({ role }) => role === 'customer').length,
      lastText: clip(turns.at(-1)?.text ?? '', 160),
      intent: past.intent,
      urgency: past.outcome === 'escalated' ? 'high' : 'normal',
      sentiment: sentimentOf(past.csat),
      outcome: past.outcome,
      csat: past.csat ?? null,
    },
    turns,
    wrapUp: {
      conversationId: id,
      draft: { disposition: past.disposition, notes, followUp },
      disposition: past.disposition,
      notes,
      followUp,
      startedAt: closedAt,
      finishedAt: new Date(closedAt.getTime() + (20 + random() * 90) * 1000),
      finishedById: rep.id,
    },
  };
};
