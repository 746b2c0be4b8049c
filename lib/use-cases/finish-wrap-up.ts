import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import { lockConversation } from '@/lib/db/conversations';
import { closeEscalations } from '@/lib/db/escalations';
import { findWrapUp, finishWrapUp as finish } from '@/lib/db/wrap-ups';
import type { UserActor } from '@/lib/domain/user';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import { tellDesk } from './accept-turn';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** Files the wrap-up: disposition, notes, follow-up. It can be filed again to correct it. */
export const finishWrapUp = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: WrapUpDraft },
): Promise<{ ok: true }> => {
  const { db, policies, clock } = await services();
  const { conversation } = await authorisedConversation(db, actor, 'end', params.id);
  const [first, second] = body.disposition;
  const { dispositions } = policies.current();
  if (!Object.hasOwn(dispositions, first) || !dispositions[first]?.includes(second)) {
    throw new AppError('invalid', 'no such disposition', {
      problems: [{ path: 'disposition', message: 'is not a disposition of this desk' }],
    });
  }
  if (!(await findWrapUp(db, conversation.id))) throw notFound('Wrap-up');
  const now = clock.now();
  await db.$transaction(async (tx) => {
    await lockConversation(tx, conversation.id);
    await finish(tx, conversation.id, body, actor.id, now);
    await closeEscalations(tx, conversation.id);
    await tx.conversation.update({ where: { id: conversation.id }, data: { outcome: second } });
    await audit(tx, {
      actor,
      action: 'wrap-up',
      resource: conversation.id,
      detail: { disposition: body.disposition },
      at: now,
    });
    await tellDesk(tx, conversation.id, [{ kind: 'wrap-up.changed', conversationId: conversation.id }]);
  });
  return { ok: true };
};
