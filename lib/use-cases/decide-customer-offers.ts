import type { z } from 'zod';
import type { getCustomerOffers as contract } from '@/lib/contracts/public-retention';
import { AppError, notFound } from '@/lib/core/errors';
import type { Db } from '@/lib/db/handle';
import { conversationsBefore } from '@/lib/db/public-conversations';
import type { Actor } from '@/lib/domain/user';
import { decideOffers } from '@/lib/rules/decide-offers';
import { authorisedService } from './authorised-service';
import { offerSituation } from './offers/moment';
import { services } from './services';

/** The conversation in which an offer would be made: the newest that is open, else the newest. */
const talkWith = async (db: Db, customerId: string) => {
  const [open] = await conversationsBefore(db, { customerId, state: 'open', limit: 1 });
  const [newest] = open ? [open] : await conversationsBefore(db, { customerId, limit: 1 });
  return newest?.conversation;
};

/**
 * Every offer as decided now for a customer, clause by clause, in their newest conversation and for whoever has it in hand: an offer is
 * made by a person, so while nobody has it none is shown. Throws `not_found`, or `conflict` when the customer never wrote.
 */
export const decideCustomerOffers = async (
  actor: Actor,
  { params: { id } }: { params: { id: string } },
): Promise<z.input<typeof contract.response>> => {
  authorisedService(actor, 'read', 'offer');
  const deps = await services();
  const known = await deps.db.customer.findUnique({ where: { id }, select: { id: true } });
  if (!known) throw notFound('Customer');
  const talk = await talkWith(deps.db, id);
  if (!talk)
    throw new AppError('conflict', 'no conversation to decide offers in', {
      userMessage: 'Offers are decided in a conversation, and this customer has had none.',
    });
  const rep = talk.assigneeId === null ? null : { id: talk.assigneeId };
  const { facts, budgets } = await offerSituation(deps.db, deps, rep, talk.id);
  const { shown, withheld } = decideOffers(deps.policies.current(), facts, budgets);
  return { shown, withheld };
};
