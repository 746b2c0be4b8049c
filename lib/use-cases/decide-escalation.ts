import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import { lockConversation } from '@/lib/db/conversations';
import { recordCorrection } from '@/lib/db/corrections';
import { decideEscalation as decide, findEscalation } from '@/lib/db/escalations';
import type { UserActor } from '@/lib/domain/user';
import { acceptTurn, tellDesk } from './accept-turn';
import { authorise } from './authorise';
import { scopeOf } from './scope-of';
import { services } from './services';

/** Whether someone was faster by an hour or by a moment is the same to whoever comes second. */
const decidedBefore = (): AppError =>
  new AppError('conflict', 'decided before', { userMessage: 'Someone else has decided this already.' });

type Decision = { state: 'accepted' } | { state: 'returned'; why: string };

/**
 * A lead accepts or returns a packet, once: of two at the same time one succeeds and the other gets `conflict`.
 * Accepting moves the conversation into the lead's hands, and opens it again where the rep ended it meanwhile: whoever takes a case over
 * can reply in it. Returning leaves it with the rep, as it is, and records why.
 */
export const decideEscalation = async (
  actor: UserActor,
  id: string,
  decision: Decision,
): Promise<{ ok: true }> => {
  const deps = await services();
  const escalation = await findEscalation(deps.db, scopeOf(actor), id);
  if (!escalation) throw notFound('Escalation');
  authorise(actor, 'decide', { kind: 'escalation', state: 'waiting' });
  if (escalation.state !== 'waiting') throw decidedBefore();
  const { conversationId, channel, tier } = escalation;
  const at = deps.clock.now();
  const why = decision.state === 'returned' ? decision.why : null;

  await deps.db.$transaction(async (tx) => {
    await lockConversation(tx, conversationId);
    const first = await decide(tx, id, {
      state: decision.state,
      byId: actor.id,
      byName: actor.name,
      at,
      returnReason: why,
    });
    if (!first) throw decidedBefore();
    await audit(tx, {
      actor,
      action: `escalation.${decision.state}`,
      resource: id,
      detail: { conversationId, why },
      at,
    });
    const { queueId: before } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { queueId: true },
    });
    if (decision.state === 'accepted') {
      await tx.conversation.update({
        where: { id: conversationId },
        data: { assigneeId: actor.id, queueId: escalation.queue, state: 'open', closedAt: null },
      });
    } else {
      const packet = await tx.cue.findFirst({
        where: { conversationId, kind: 'handoff', state: { not: 'replaced' } },
        select: { id: true, runId: true },
      });
      await recordCorrection(tx, {
        conversationId,
        cueId: packet?.id ?? null,
        runId: packet?.runId ?? null,
        actorId: actor.id,
        body: { kind: 'return', why: decision.why },
        reason: null,
        at,
      });
    }
    const text =
      why === null
        ? `${actor.name} accepted the escalation`
        : `${actor.name} returned the escalation: ${why}`;
    await acceptTurn(
      tx,
      deps,
      { conversationId, role: 'system', kind: 'event', text, authorId: actor.id, authorName: actor.name, at },
      { channel, tier },
    );
    const decided = await findEscalation(tx, { of: 'everyone' }, id);
    if (decided)
      await tellDesk(tx, conversationId, [{ kind: 'escalation.changed', escalation: decided }], [before]);
  });
  return { ok: true };
};
