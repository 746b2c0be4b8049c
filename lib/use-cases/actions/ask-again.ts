import { notFound } from '@/lib/core/errors';
import { findAction } from '@/lib/db/actions';
import type { Tx } from '@/lib/db/handle';
import { findColleague } from '@/lib/db/users';
import type { Action } from '@/lib/domain/action';
import type { Services } from '../services';
import { type Impossible, lookAt, lookAtReversal, type Sight } from './look-at';

/** What an action that was asked for would do now, looked at for whoever asked. */
export const askAgain = async (tx: Tx, deps: Services, action: Action): Promise<Sight | Impossible> => {
  const asker = await findColleague(tx, action.requestedById);
  if (asker === null)
    return {
      is: 'impossible',
      problems: [{ path: 'action', message: 'Whoever asked for it works here no longer.' }],
    };
  const ask = {
    asker,
    customerId: action.customerId,
    conversationId: action.conversationId,
    tool: action.tool,
    params: action.params,
    origin: action.origin,
    originId: action.originId,
  };
  if (action.reversesId === null) return lookAt(tx, deps, ask, action.id);
  const of = await findAction(tx, action.reversesId);
  if (of === null) throw notFound('Action');
  return lookAtReversal(tx, deps, ask, of, action.id);
};
