import { notFound } from '@/lib/core/errors';
import { loadAccount } from '@/lib/db/accounts';
import type { UserActor } from '@/lib/domain/user';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** The account of the customer in this conversation. */
export const getAccount = async (actor: UserActor, { params }: { params: { id: string } }) => {
  const { db } = await services();
  const { conversation } = await authorisedConversation(db, actor, 'read', params.id);
  const account = await loadAccount(db, conversation.customerId);
  if (!account) throw notFound('Account');
  return { account };
};
