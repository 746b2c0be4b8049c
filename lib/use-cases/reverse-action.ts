import type { z } from 'zod';
import type { ActionPreview, reverseAction as contract } from '@/lib/contracts/actions';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import type { Ask } from './actions/ask';
import { lookAtReversal } from './actions/look-at';
import { requestAction } from './actions/request';
import { stillAuthorised } from './authorise';
import { authorisedAction } from './authorised-action';
import { runAction } from './run-action';
import { services } from './services';

const askOf = (actor: UserActor, of: Action): Ask => ({
  asker: actor,
  customerId: of.customerId,
  conversationId: of.conversationId,
  tool: of.tool,
  params: of.params,
  origin: 'rep',
  originId: null,
});

/** What taking an action back would do, by which rules. Changes nothing. */
export const previewReversal = async (
  actor: UserActor,
  { params: { id } }: { params: { id: string } },
): Promise<ActionPreview> => {
  const deps = await services();
  const of = await authorisedAction(deps.db, actor, 'act', id);
  return lookAtReversal(deps.db, deps, askOf(actor, of), of);
};

/** Takes an action back: an action of its own, with its own approval and receipt. Refuses as `approveAction` does. */
export const reverseAction = async (
  actor: UserActor,
  { params: { id }, body }: { params: { id: string }; body: z.output<typeof contract.body> },
): Promise<{ action: Action }> => {
  const deps = await services();
  const of = await authorisedAction(deps.db, actor, 'act', id);
  const ask = askOf(actor, of);
  const action = await deps.db.$transaction(async (tx) => {
    await stillAuthorised(tx, actor, 'act', of.conversationId);
    return requestAction(tx, deps, ask, body, () => lookAtReversal(tx, deps, ask, of), of.id);
  });
  return { action: action.state === 'approved' ? await runAction(action.id) : action };
};
