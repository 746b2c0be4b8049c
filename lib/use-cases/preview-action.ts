import type { z } from 'zod';
import type { ActionPreview, previewAction as contract } from '@/lib/contracts/actions';
import type { UserActor } from '@/lib/domain/user';
import { lookAt } from './actions/look-at';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** What an action would do, by which rules. Changes nothing. */
export const previewAction = async (
  actor: UserActor,
  { params: { id }, body }: { params: { id: string }; body: z.output<typeof contract.body> },
): Promise<ActionPreview> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'act', id);
  return lookAt(deps.db, deps, {
    asker: actor,
    customerId: conversation.customerId,
    conversationId: id,
    ...body,
    origin: 'rep',
    originId: null,
  });
};
