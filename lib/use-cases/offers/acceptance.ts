import { DAY } from '@/lib/core/clock';
import { notFound } from '@/lib/core/errors';
import { holdLimits } from '@/lib/db/actions';
import type { Tx } from '@/lib/db/handle';
import { drawFromPool, holdPool } from '@/lib/db/house/pools';
import { costWhenMade, recordNotApproved, reopenResponse } from '@/lib/db/offers';
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

/**
 * Holds what an acceptance counts on before it is decided: the customer, the person's use of its tool, and the pool with what it and the
 * offer gave this month. In the order of every writer; of many at once each sees what the one before it left. Throws `not_found`.
 */
export const holdAcceptance = async (
  tx: Tx,
  { policies, clock }: Services,
  actor: Pick<UserActor, 'id'>,
  { customerId, offerId }: { customerId: string; offerId: string },
): Promise<void> => {
  const { offers, contact } = policies.current();
  const offer = offers.find(({ id }) => id === offerId);
  if (offer === undefined) throw notFound('Offer');
  await holdLimits(tx, customerId, actor.id, offer.fulfil.tool);
  const pool = contact.pools.find(({ id }) => id === offer.budget?.pool);
  if (pool) await holdPool(tx, pool, clock.now());
};

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
  return pool === undefined || fulfil.tool === 'issue-coupon' ? null : pool;
};

/**
 * Takes what an accepted offer cost when it was made out of its pool. Cents that are left where it is not enough; null when it is paid for.
 * `made` is the id of its response.
 */
export const payFromPool = async (
  tx: Tx,
  policies: Pick<PolicySet, 'contact'>,
  offer: CompiledOffer,
  made: string,
  at: Date,
): Promise<number | null> => {
  const pool = poolOf(policies, offer);
  if (pool === null) return null;
  const drawn = await drawFromPool(tx, pool, await costWhenMade(tx, { id: made }), at);
  return drawn.is === 'overdrawn' ? drawn.left : null;
};

type Accepted = Pick<Action, 'id' | 'originId' | 'requestedAt'>;

/** Gives the pool back what an acceptance took out of it. */
const giveBack = async (
  tx: Tx,
  policies: Pick<PolicySet, 'contact' | 'offers'>,
  action: Accepted,
): Promise<void> => {
  const offer = policies.offers.find(({ id }) => id === action.originId);
  const pool = offer && poolOf(policies, offer);
  if (!pool) return;
  const paid = await costWhenMade(tx, { actionId: action.id });
  await drawFromPool(tx, pool, 0 - paid, new Date(action.requestedAt));
};

/** Undoes an acceptance that a second person declined: the pool gets back what it paid, and the offer counts as not made good. */
export const undoAcceptance = async (
  tx: Tx,
  policies: Pick<PolicySet, 'contact' | 'offers'>,
  action: Accepted,
): Promise<void> => {
  await giveBack(tx, policies, action);
  await recordNotApproved(tx, action.id);
};

/**
 * Undoes an acceptance whose action was taken back within a day of it, before anything of it was used: the pool gets back what it paid, and
 * the offer waits for an answer again. Later than that the offer stays accepted, because the customer had something of it.
 */
export const takeAcceptanceBack = async (
  tx: Tx,
  policies: Pick<PolicySet, 'contact' | 'offers'>,
  action: Accepted & Pick<Action, 'origin'>,
  at: Date,
): Promise<void> => {
  if (action.origin !== 'offer' || at.getTime() - Date.parse(action.requestedAt) >= DAY) return;
  await giveBack(tx, policies, action);
  await reopenResponse(tx, action.id);
};
