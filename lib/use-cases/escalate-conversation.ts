import type { EscalationView } from '@/lib/contracts/escalations';
import { MINUTE } from '@/lib/core/clock';
import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import { currentCues } from '@/lib/db/cues';
import { latestPacket, openEscalation, raiseEscalation } from '@/lib/db/escalations';
import type { Cue } from '@/lib/domain/cue';
import type { EscalationKind, FiredTrigger } from '@/lib/domain/escalation';
import type { UserActor } from '@/lib/domain/user';
import { acceptTurn, tellDesk } from './accept-turn';
import { authorisedConversation, stillAuthorised } from './authorise';
import { services } from './services';

const reasonsOf = (cues: Cue[]): FiredTrigger[] =>
  cues.flatMap(({ payload }) => {
    if (payload.kind !== 'escalation') return [];
    const { decision } = payload.escalation;
    return decision.escalate ? decision.triggers : decision.considered;
  });

interface Input {
  params: { id: string };
  body: { queue: string; kind: EscalationKind; note: string };
}

/** Hands a conversation over with the packet as it stands. It stays with the rep until a lead accepts. */
export const escalateConversation = async (
  actor: UserActor,
  { params, body }: Input,
): Promise<{ escalation: EscalationView }> => {
  const deps = await services();
  const { conversation, row } = await authorisedConversation(deps.db, actor, 'escalate', params.id);
  const policies = deps.policies.current();
  const queue = policies.queues.find((known) => known.id === body.queue);
  if (!queue)
    throw new AppError('invalid', `no queue ${body.queue}`, {
      problems: [{ path: 'queue', message: 'is not a queue of this desk' }],
    });
  const packet = await latestPacket(deps.db, conversation.id);
  if (!packet)
    throw new AppError('conflict', 'no packet yet', {
      userMessage: 'The handoff packet is still being written. Try again in a moment.',
    });
  const reasons = reasonsOf(await currentCues(deps.db, conversation.id));
  const now = deps.clock.now();

  const escalation = await deps.db.$transaction(async (tx) => {
    await stillAuthorised(tx, actor, 'escalate', conversation.id);
    const id = await raiseEscalation(tx, {
      conversationId: conversation.id,
      packetId: packet.id,
      kind: body.kind,
      queueId: queue.id,
      reasons,
      note: body.note,
      raisedById: actor.id,
      raisedByName: actor.name,
      raisedAt: now,
      dueAt: new Date(now.getTime() + policies.escalation.pick_up_minutes[body.kind] * MINUTE),
    });
    if (!id)
      throw new AppError('conflict', 'already escalated', {
        userMessage: 'This conversation is already with the leads.',
      });
    await audit(tx, {
      actor,
      action: 'escalate',
      resource: conversation.id,
      detail: { escalation: id, queue: queue.id, kind: body.kind },
      at: now,
    });
    await acceptTurn(
      tx,
      deps,
      {
        conversationId: conversation.id,
        role: 'system',
        kind: 'event',
        text: `${actor.name} escalated to ${queue.title}`,
        authorId: actor.id,
        authorName: actor.name,
        at: now,
      },
      { channel: row.channel, tier: row.tier },
    );
    const view = await openEscalation(tx, conversation.id);
    if (!view) throw notFound('Escalation');
    await tellDesk(tx, conversation.id, [{ kind: 'escalation.changed', escalation: view }]);
    return view;
  });
  return { escalation };
};
