import { MINUTE } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/generated/client';
import { type HandoffPacket, handoffPacketSchema } from '@/lib/domain/handoff';
import type { SeedUser } from '../people';
import type { Handover } from './escalated';
import type { PastRows } from './past-conversation';

export interface EscalationRows {
  packet: Prisma.HandoffPacketCreateManyInput;
  escalation: Prisma.EscalationCreateManyInput;
}

/** How a past conversation was handed over: raised before the rep's last line, accepted by the lead, done. */
export const pastEscalation = (
  { conversation, turns }: PastRows,
  handover: Handover,
  packet: HandoffPacket,
  rep: SeedUser,
  lead: SeedUser,
  pickUpMinutes: number,
  random: () => number,
): EscalationRows => {
  const raisedAt = turns.findLast(({ role }) => role === 'rep')?.at ?? conversation.closedAt;
  const packetId = newId('pkt', raisedAt.getTime());
  const { id, when, say } = handover.trigger;
  return {
    packet: {
      id: packetId,
      conversationId: conversation.id,
      version: 1,
      payload: handoffPacketSchema.parse(packet),
      completeness: packet.completeness.score,
      at: raisedAt,
    },
    escalation: {
      id: newId('esc', raisedAt.getTime()),
      conversationId: conversation.id,
      packetId,
      state: 'done',
      kind: handover.kind,
      queueId: handover.queue,
      reasons: [{ id, hard: true, when, seen: {}, say }],
      note: handover.ended,
      raisedById: rep.id,
      raisedByName: rep.name,
      raisedAt,
      dueAt: new Date(raisedAt.getTime() + pickUpMinutes * MINUTE),
      decidedById: lead.id,
      decidedByName: lead.name,
      decidedAt: new Date(raisedAt.getTime() + pickUpMinutes * MINUTE * (0.3 + random())),
    },
  };
};
