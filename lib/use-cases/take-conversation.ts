import { AppError } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import type { UserActor } from '@/lib/domain/user';
import { acceptTurn } from './accept-turn';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** Puts the conversation into the actor's hands. Two at once: one gets it, the other is told (`conflict`). */
export const takeConversation = async (
  actor: UserActor,
  { params }: { params: { id: string } },
): Promise<{ ok: true }> => {
  const deps = await services();
  const { conversation, row } = await authorisedConversation(deps.db, actor, 'take', params.id);
  const now = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.conversation.updateMany({
      where: { id: conversation.id, state: 'open', assigneeId: conversation.assigneeId },
      data: { assigneeId: actor.id },
    });
    if (count === 0)
      throw new AppError('conflict', 'the assignee changed meanwhile', {
        userMessage: 'Someone else has just taken this conversation.',
      });
    await audit(tx, {
      actor,
      action: 'take',
      resource: conversation.id,
      detail: { from: conversation.assigneeId },
      at: now,
    });
    const text =
      conversation.assigneeId === null
        ? `${actor.name} took the conversation`
        : `${actor.name} took the conversation over`;
    await acceptTurn(
      tx,
      deps,
      {
        conversationId: conversation.id,
        role: 'system',
        kind: 'event',
        text,
        authorId: actor.id,
        authorName: actor.name,
        at: now,
      },
      { channel: row.channel, tier: row.tier },
    );
  });
  return { ok: true };
};
