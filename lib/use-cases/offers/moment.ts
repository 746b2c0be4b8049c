import { hoursUntil } from '@/lib/actions/scheduling/local-time';
import { issueHandled } from '@/lib/assist/facts/issue-handled';
import { DAY } from '@/lib/core/clock';
import { notFound } from '@/lib/core/errors';
import { currentCues } from '@/lib/db/cues';
import type { Tx } from '@/lib/db/handle';
import { poolLeft } from '@/lib/db/house/pools';
import { acceptedSince, outagesSince, presentedBy, responsesOf } from '@/lib/db/offers';
import { loadRunInput } from '@/lib/db/run-input';
import { repFigures } from '@/lib/db/users';
import type { CancelRisk } from '@/lib/domain/cancel-risk';
import { utterancesOf } from '@/lib/domain/conversation';
import { payloadOf } from '@/lib/domain/cue';
import type { OfferResponse } from '@/lib/domain/offer';
import type { UserActor } from '@/lib/domain/user';
import { incidentsFor } from '@/lib/knowledge/incidents';
import type { OfferFacts } from '@/lib/policies/facts';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { Budgets } from '@/lib/rules/decide-offers';
import { offerFacts } from '@/lib/rules/offer-facts';
import { riskOfCustomer } from '../cancel-risk';
import type { Services } from '../services';

/** Turns that are read to find out whether the matter is handled. */
const TURNS = 60;
const OUTAGE_DAYS = 30;

/** Everything that offers in a conversation are decided on, as of now. */
export interface OfferSituation {
  customerId: string;
  facts: OfferFacts;
  budgets: Budgets;
  risk: CancelRisk;
  /** What the customer was offered in this conversation, newest first. */
  here: OfferResponse[];
}

const monthOf = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));

/** Dollars left in each pool and given by each offer this month. */
export const budgetsNow = async (
  tx: Tx,
  { contact, offers }: Pick<PolicySet, 'contact' | 'offers'>,
  now: Date,
): Promise<Budgets> => {
  const left = await Promise.all(
    contact.pools.map(async (pool) => [pool.id, (await poolLeft(tx, pool, now)) / 100]),
  );
  const accepted = await acceptedSince(tx, monthOf(now));
  return {
    left: Object.fromEntries(left),
    given: Object.fromEntries(offers.map(({ id, cost }) => [id, ((accepted[id] ?? 0) * cost.minor) / 100])),
  };
};

/**
 * Reads all of it. An offer that was made here and is not answered yet does not count against itself: `unanswered` names it, and it is
 * then decided as it was before it was made.
 */
export const offerSituation = async (
  tx: Tx,
  deps: Services,
  actor: Pick<UserActor, 'id'> | null,
  conversationId: string,
  unanswered?: string,
): Promise<OfferSituation> => {
  const now = deps.clock.now();
  const policies = deps.policies.current();
  const input = await loadRunInput(tx, conversationId, { newestTurns: TURNS, now });
  if (input === null) throw notFound('Conversation');
  const { account, found } = input;
  const { customer } = account;
  const cues = await currentCues(tx, conversationId);
  const triage = payloadOf(cues, 'triage')?.triage ?? null;
  const steps = payloadOf(cues, 'resolution')?.resolution.steps ?? null;
  const utterances = utterancesOf(input.turns);
  const offered = await responsesOf(tx, customer.id, conversationId);
  const risk = (await riskOfCustomer({ ...deps, db: tx as Services['db'] }, customer.id)) ?? {
    is: 'abstained',
    because: 'There is no account to read.',
  };
  const { time_zone: timeZone } = policies.pricing.visits;
  const touching = incidentsFor(account, input.incidents, {
    intentCategory: triage?.intent.category ?? null,
    text: utterances
      .filter(({ role }) => role === 'customer')
      .map(({ text }) => text)
      .join('\n'),
    now,
  });
  const rep = actor && {
    ...(await repFigures(tx, actor.id)),
    offersToday: await presentedBy(tx, actor.id, new Date(now.getTime() - DAY), {
      conversationId,
      offerId: unanswered,
    }),
  };
  const counted = offered.here.filter(
    ({ offerId, response }) => offerId !== unanswered || response !== 'presented',
  );
  return {
    customerId: customer.id,
    facts: offerFacts({
      account,
      catalogue: policies.pricing,
      hoursUntil: (day, window) => hoursUntil(day, window, now, timeZone),
      triage,
      risk,
      conversation: {
        channel: found.conversation.channel,
        customerTurns: found.conversation.customerTurnCount,
        escalated: found.row.escalation === 'waiting' || found.row.escalation === 'accepted',
        issueResolved: issueHandled(utterances, steps),
      },
      incidents: {
        open: touching,
        over: await outagesSince(tx, customer.id, new Date(now.getTime() - OUTAGE_DAYS * DAY), now),
      },
      offered: { here: counted, before: offered.before },
      rep,
      now,
    }),
    budgets: await budgetsNow(tx, policies, now),
    risk,
    here: offered.here,
  };
};
