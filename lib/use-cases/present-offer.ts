import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import { holdOffers, recordPresented } from '@/lib/db/offers';
import type { OfferResponse } from '@/lib/domain/offer';
import type { UserActor } from '@/lib/domain/user';
import { decideOffers } from '@/lib/rules/decide-offers';
import { tellDesk } from './accept-turn';
import { authorisedConversation, stillAuthorised } from './authorise';
import { offerSituation } from './offers/moment';
import { doesNotFit } from './offers/refusals';
import { services } from './services';

/**
 * Records that an offer was put to the customer, with everything it was decided on. Decided again first: one that is not shown any more
 * is refused with the clauses that fail, and a second attempt to keep the customer is refused by the database.
 */
export const presentOffer = async (
  actor: UserActor,
  { params: { id, offer: offerId } }: { params: { id: string; offer: string } },
): Promise<{ response: OfferResponse }> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'act', id);
  const response = await deps.db.$transaction(async (tx) => {
    await stillAuthorised(tx, actor, 'act', id);
    await holdOffers(tx, conversation.customerId, actor.id);
    const policies = deps.policies.current();
    const { customerId, facts, budgets } = await offerSituation(tx, deps, actor, id);
    const { decided, shown } = decideOffers(policies, facts, budgets);
    const offer = decided.find((one) => one.id === offerId);
    if (offer === undefined) throw notFound('Offer');
    if (offer.outcome !== 'eligible') throw doesNotFit(offer);
    if (!shown.includes(offer))
      throw new AppError('conflict', 'other offers come first', {
        userMessage: 'Other offers fit better now; this one is not shown.',
      });
    const at = deps.clock.now();
    const presented = await recordPresented(tx, {
      conversationId: id,
      customerId,
      policyHash: policies.hash,
      facts,
      decided,
      offer,
      actor,
      at,
    });
    if (presented === null)
      throw new AppError('conflict', 'made before', {
        userMessage: 'This was offered here before, or one attempt to keep the customer was made.',
      });
    await audit(tx, {
      actor,
      action: 'offer.presented',
      resource: presented.id,
      detail: { offer: offerId, conversationId: id },
      at,
    });
    await tellDesk(tx, id, [{ kind: 'retention.changed', conversationId: id }]);
    return presented;
  });
  return { response };
};
