import type { Tx } from '@/lib/db/handle';
import type { DecidedOffer, OfferResponse } from '@/lib/domain/offer';
import type { UserActor } from '@/lib/domain/user';
import { decideOffers } from '@/lib/rules/decide-offers';
import type { Services } from '../services';
import { offerSituation } from './moment';

/** Offers that were made here and wait for an answer, where they still fit: each decided as if it had not been made. */
export const standingOffers = async (
  tx: Tx,
  deps: Services,
  actor: UserActor,
  conversationId: string,
  here: readonly OfferResponse[],
): Promise<DecidedOffer[]> => {
  const standing: DecidedOffer[] = [];
  for (const { offerId, response } of here) {
    if (response !== 'presented') continue;
    const { facts, budgets } = await offerSituation(tx, deps, actor, conversationId, offerId);
    const { decided } = decideOffers(deps.policies.current(), facts, budgets);
    const offer = decided.find(({ id }) => id === offerId);
    if (offer?.outcome === 'eligible') standing.push(offer);
  }
  return standing;
};
