import type { ActionPreview } from '@/lib/contracts/actions';
import type { UserActor } from '@/lib/domain/user';
import { lookAt } from './actions/look-at';
import { authorisedConversation } from './authorise';
import { acceptanceOf } from './offers/acceptance';
import { services } from './services';

/** What accepting an offer would do, by which rules. Changes nothing. */
export const previewAcceptance = async (
  actor: UserActor,
  { params: { id, offer } }: { params: { id: string; offer: string } },
): Promise<ActionPreview> => {
  const deps = await services();
  await authorisedConversation(deps.db, actor, 'act', id);
  const { ask } = await acceptanceOf(deps.db, deps, actor, id, offer);
  return lookAt(deps.db, deps, ask);
};
