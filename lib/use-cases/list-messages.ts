import type { z } from 'zod';
import type { listMessages as contract } from '@/lib/contracts/messages';
import { notFound } from '@/lib/core/errors';
import { findConversation } from '@/lib/db/conversations';
import { messagesAfter } from '@/lib/db/turns';
import type { Actor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { services } from './services';

/** The messages of a conversation after a sequence number, for whoever brought them in. */
export const listMessages = async (
  actor: Actor,
  { params, query }: { params: { id: string }; query: { after: number } },
): Promise<z.output<(typeof contract)['response']>> => {
  authorise(actor, 'read', { kind: 'message' });
  const { db } = await services();
  if (!(await findConversation(db, { of: 'everyone' }, params.id))) throw notFound('Conversation');
  const turns = await messagesAfter(db, params.id, query.after);
  return {
    messages: turns.flatMap(({ seq, role, text, at }) =>
      role === 'system' ? [] : [{ seq, role, text, at }],
    ),
  };
};
