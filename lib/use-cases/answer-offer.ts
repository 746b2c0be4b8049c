import type { z } from 'zod';
import type { answerOffer as contract } from '@/lib/contracts/retention';
import { AppError, notFound } from '@/lib/core/errors';
import { formatMoney, usd } from '@/lib/core/money';
import { findAction } from '@/lib/db/actions';
import { audit } from '@/lib/db/audit';
import type { Tx } from '@/lib/db/handle';
import { findResponse, recordAnswer } from '@/lib/db/offers';
import type { Action } from '@/lib/domain/action';
import type { OfferResponse } from '@/lib/domain/offer';
import type { UserActor } from '@/lib/domain/user';
import { tellDesk } from './accept-turn';
import { lookAt } from './actions/look-at';
import { requestAction, type Yes } from './actions/request';
import { authorisedConversation, stillAuthorised } from './authorise';
import { acceptanceOf, holdAcceptance, payFromPool } from './offers/acceptance';
import { answeredBefore } from './offers/refusals';
import { runAction } from './run-action';
import { type Services, services } from './services';

type Answer = z.output<typeof contract.body>;

const overdrawn = (left: number): AppError =>
  new AppError('conflict', 'the pool is empty', {
    userMessage: `There is not enough left for this offer this month: ${formatMoney(usd(left))}.`,
    problems: [{ path: 'pool', message: `has ${formatMoney(usd(left))} left` }],
  });

/** Approves the action of an accepted offer and takes its cost out of the pool, or throws and leaves everything as it was. */
const accept = async (
  tx: Tx,
  deps: Services,
  actor: UserActor,
  { conversationId, customerId, made }: { conversationId: string; customerId: string; made: OfferResponse },
  yes: Yes,
): Promise<Action> => {
  const { offerId } = made;
  await holdAcceptance(tx, deps, actor, { customerId, offerId });
  const { ask, offer } = await acceptanceOf(tx, deps, actor, conversationId, offerId);
  const action = await requestAction(tx, deps, ask, yes, () => lookAt(tx, deps, ask));
  const left = await payFromPool(tx, deps.policies.current(), offer, made.id, deps.clock.now());
  if (left !== null) throw overdrawn(left);
  return action;
};

/**
 * What the customer said to an offer that was made here, once. An acceptance is an approval of exactly what was shown and runs like any
 * action; the same key again answers as before.
 */
export const answerOffer = async (
  actor: UserActor,
  { params: { id, offer: offerId }, body }: { params: { id: string; offer: string }; body: Answer },
): Promise<{ response: OfferResponse; action: Action | null }> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'act', id);
  const { customerId } = conversation;
  const { response, actionId } = await deps.db.$transaction(async (tx) => {
    await stillAuthorised(tx, actor, 'act', id);
    const made = await findResponse(tx, id, offerId);
    if (made === null) throw notFound('Offer');
    const before = made.actionId === null ? null : await findAction(tx, made.actionId);
    if (made.response !== 'presented') {
      if (body.answer === made.response && body.answer !== 'accepted')
        return { response: made, actionId: null };
      if (body.answer === 'accepted' && before?.hash === body.hash)
        return { response: made, actionId: before.id };
      throw answeredBefore();
    }
    const action =
      body.answer === 'accepted'
        ? await accept(tx, deps, actor, { conversationId: id, customerId, made }, body)
        : null;
    const at = deps.clock.now();
    const answered = await recordAnswer(tx, made.id, {
      response: body.answer,
      reason: body.answer === 'accepted' ? null : body.reason,
      actionId: action?.id ?? null,
      at,
    });
    if (answered === null) throw answeredBefore();
    await tellDesk(tx, id, [{ kind: 'retention.changed', conversationId: id }]);
    await audit(tx, {
      actor,
      action: `offer.${body.answer}`,
      resource: made.id,
      detail: { offer: offerId, conversationId: id, actionId: action?.id ?? null },
      at,
    });
    return { response: answered, actionId: action?.id ?? null };
  });
  if (actionId === null) return { response, action: null };
  const action = await findAction(deps.db, actionId);
  return { response, action: action?.state === 'approved' ? await runAction(actionId) : action };
};
