import { notFound } from '@/lib/core/errors';
import { toMinor } from '@/lib/core/money';
import type { Tx } from '@/lib/db/handle';
import { drawFromPool } from '@/lib/db/house/pools';
import { recordNotApproved } from '@/lib/db/offers';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import type { CompiledOffer } from '@/lib/policies/compile-offers';
import type { PolicySet } from '@/lib/policies/policy-set';
import { decideOffers } from '@/lib/rules/decide-offers';
import { fulfilmentOf } from '@/lib/rules/fulfil-offer';
import type { Ask } from '../actions/ask';
import type { Services } from '../services';
import { offerSituation } from './moment';
import { doesNotFit } from './refusals';

/** What carries an offer out that was made in a conversation. Throws `conflict` with the failing clauses when it no longer fits. */
export const acceptanceOf = async (
  tx: Tx,
  deps: Services,
  actor: UserActor,
  conversationId: string,
  offerId: string,
): Promise<{ ask: Ask; offer: CompiledOffer }> => {
  const policies = deps.policies.current();
  const { customerId, facts, budgets } = await offerSituation(tx, deps, actor, conversationId, offerId);
  const decided = decideOffers(policies, facts, budgets).decided.find(({ id }) => id === offerId);
  const offer = policies.offers.find(({ id }) => id === offerId);
  if (decided === undefined || offer === undefined) throw notFound('Offer');
  const fulfilment = decided.outcome === 'eligible' ? fulfilmentOf(offer, facts) : undefined;
  if (fulfilment === undefined) throw doesNotFit(decided);
  return {
    offer,
    ask: { asker: actor, customerId, conversationId, ...fulfilment, origin: 'offer', originId: offerId },
  };
};

/** The pool that pays for an offer; a coupon takes its own, and is null here as one that costs no pool anything. */
const poolOf = ({ contact }: Pick<PolicySet, 'contact'>, { budget, fulfil }: CompiledOffer) => {
  const pool = contact.pools.find(({ id }) => id === budget?.pool);
  if (pool === undefined || fulfil.tool === 'issue-coupon') return null;
  return { id: pool.id, title: pool.title, budget: toMinor(pool.monthly) };
};

/** Takes what an accepted offer costs out of its pool. Cents that are left where it is not enough; null when it is paid for. */
export const payFromPool = async (
  tx: Tx,
  policies: Pick<PolicySet, 'contact'>,
  offer: CompiledOffer,
  at: Date,
): Promise<number | null> => {
  const pool = poolOf(policies, offer);
  if (pool === null) return null;
  const drawn = await drawFromPool(tx, pool, offer.cost.minor, at);
  return drawn.is === 'overdrawn' ? drawn.left : null;
};

/** Undoes an acceptance that a second person declined: the pool gets back what it paid, and the offer counts as not made good. */
export const undoAcceptance = async (
  tx: Tx,
  policies: Pick<PolicySet, 'contact' | 'offers'>,
  action: Pick<Action, 'id' | 'originId' | 'requestedAt'>,
): Promise<void> => {
  const offer = policies.offers.find(({ id }) => id === action.originId);
  const pool = offer && poolOf(policies, offer);
  if (offer && pool) await drawFromPool(tx, pool, -offer.cost.minor, new Date(action.requestedAt));
  await recordNotApproved(tx, action.id);
};
