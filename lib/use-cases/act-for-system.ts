import type { PublicAction } from '@/lib/contracts/public-visits';
import { notFound } from '@/lib/core/errors';
import { findAction } from '@/lib/db/actions';
import type { Action } from '@/lib/domain/action';
import type { WriteTool } from '@/lib/domain/tool';
import type { ServiceActor } from '@/lib/domain/user';
import type { Ask } from './actions/ask';
import { lookAt } from './actions/look-at';
import { requestAction } from './actions/request';
import { once } from './once';
import { runAction } from './run-action';
import { services } from './services';

const toPublic = ({ id, state, effect, receipt, fault }: Action): PublicAction => ({
  id,
  state,
  says: receipt?.outcome.sentence ?? effect.sentence,
  visit: receipt?.outcome.reference ?? null,
  receipt: receipt?.number ?? null,
  fault,
});

/**
 * Has an action run that a system asks for outside any conversation, by the authority that tools.yaml gives to `service`, once for each
 * key. Nobody was shown anything: the yes is to what is asked, and holds for what is found a moment before. Throws `not_found`,
 * `invalid` with the parameters that stand in the way, `forbidden` with the failing clauses, `conflict` when things change meanwhile, and
 * `unprocessable` when the key came with another request.
 */
export const actForSystem = async (
  system: ServiceActor,
  keyed: { key: string; hash: string },
  asked: { customerId: string; tool: WriteTool; params: Record<string, unknown> },
): Promise<{ action: PublicAction }> => {
  const deps = await services();
  const ask: Ask = { asker: system, conversationId: null, origin: 'api', originId: null, ...asked };
  const { actionId } = await once(deps, { scope: system.id, ...keyed }, 201, async (tx) => {
    const found = await lookAt(tx, deps, ask);
    const hash = found.is === 'possible' ? found.hash : '';
    const action = await requestAction(tx, deps, ask, { key: keyed.key, hash }, () => lookAt(tx, deps, ask));
    return { actionId: action.id };
  });
  const action = await findAction(deps.db, actionId);
  if (!action) throw notFound('Action');
  return { action: toPublic(action.state === 'approved' ? await runAction(actionId) : action) };
};
