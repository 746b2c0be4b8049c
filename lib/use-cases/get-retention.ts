import type { RetentionView } from '@/lib/contracts/retention';
import { repFigures } from '@/lib/db/users';
import type { UserActor } from '@/lib/domain/user';
import { can } from '@/lib/rules/can';
import { decideOffers } from '@/lib/rules/decide-offers';
import { authorisedConversation, resourceOf } from './authorise';
import { offerSituation } from './offers/moment';
import { standingOffers } from './offers/standing-offers';
import { services } from './services';

/** Cancel risk and every offer as decided now, clause by clause. What was made and waits for an answer stands first while it still fits. */
export const getRetention = async (
  actor: UserActor,
  { params: { id } }: { params: { id: string } },
): Promise<RetentionView> => {
  const deps = await services();
  const found = await authorisedConversation(deps.db, actor, 'read', id);
  const policies = deps.policies.current();
  const { facts, budgets, risk, here } = await offerSituation(deps.db, deps, actor, id);
  const { shown, withheld } = decideOffers(policies, facts, budgets);
  const standing = await standingOffers(deps.db, deps, actor, id, here);
  const stands = new Set(standing.map((offer) => offer.id));
  const { quietUntil } = await repFigures(deps.db, actor.id);
  return {
    risk,
    shown: [...standing, ...shown].slice(0, policies.contact.atMostShown),
    withheld: withheld.filter((offer) => !stands.has(offer.id)),
    responses: here,
    quietUntil: quietUntil !== null && quietUntil > deps.clock.now() ? quietUntil.toISOString() : null,
    mayPresent: can(actor, 'act', resourceOf(found)),
  };
};
