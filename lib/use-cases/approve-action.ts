import type { z } from 'zod';
import type { approveAction as contract } from '@/lib/contracts/actions';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import type { Ask } from './actions/ask';
import { lookAt } from './actions/look-at';
import { requestAction } from './actions/request';
import { authorisedConversation, stillAuthorised } from './authorise';
import { runAction } from './run-action';
import { services } from './services';

/**
 * Approves exactly what was shown. It runs once, or waits for a second person. Throws `conflict` with the differences when it would no
 * longer do what was shown, `forbidden` with the failing clauses, `invalid` with the parameters that stand in the way; nothing has
 * changed then.
 */
export const approveAction = async (
  actor: UserActor,
  { params: { id }, body }: { params: { id: string }; body: z.output<typeof contract.body> },
): Promise<{ action: Action }> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'act', id);
  const ask: Ask = {
    asker: actor,
    customerId: conversation.customerId,
    conversationId: id,
    tool: body.tool,
    params: body.params,
    origin: body.origin,
    originId: body.originId,
  };
  const action = await deps.db.$transaction(async (tx) => {
    await stillAuthorised(tx, actor, 'act', id);
    return requestAction(tx, deps, ask, body, () => lookAt(tx, deps, ask));
  });
  return { action: action.state === 'approved' ? await runAction(action.id) : action };
};
