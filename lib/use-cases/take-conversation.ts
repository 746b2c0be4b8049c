import { AppError } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import type { UserActor } from '@/lib/domain/user';
import { acceptTurn } from './accept-turn';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** Puts the conversation into the actor's hands, if it is still where they saw it; else they are told (`conflict`). */
export const takeConversation = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { from: string | null } },
): Promise<{ ok: true }> => {
  const deps = await services();
  const { conversation, row } = await authorisedConversation(deps.db, actor, 'take', params.id);
  const now = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.conversation.updateMany({
      where: { id: conversation.id, state: 'open', assigneeId: body.from },
      data: { assigneeId: actor.id },
    });
    if (count === 0)
      throw new AppError('conflict', 'the assignee changed meanwhile', {
        userMessage:
          'Someone else has just taken this conversation. Look who has it before you take it over.',
      });
    await audit(tx, {
      actor,
      action: 'take',
      resource: conversation.id,
      detail: { from: body.from },
      at: now,
    });
    const text =
      body.from === null ? `${actor.name} took the conversation` : `${actor.name} took the conversation over`;
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
