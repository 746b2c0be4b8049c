import { notFound } from '@/lib/core/errors';
import { findConversation } from '@/lib/db/conversations';
import { runSummaries } from '@/lib/db/runs';
import type { Actor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { services } from './services';

/** The runs of a conversation with their timing, for whoever brought its messages in. */
export const listRuns = async (actor: Actor, { params }: { params: { id: string } }) => {
  authorise(actor, 'read', { kind: 'message' });
  const { db } = await services();
  if (!(await findConversation(db, { of: 'everyone' }, params.id))) throw notFound('Conversation');
  return { runs: await runSummaries(db, params.id) };
};
