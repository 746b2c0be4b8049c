import type { z } from 'zod';
import type { listApprovals as contract } from '@/lib/contracts/actions';
import { actionsInState } from '@/lib/db/actions';
import type { UserActor } from '@/lib/domain/user';
import { mayBeSecond } from './actions/second-person';
import { authorise } from './authorise';
import { services } from './services';

/** Actions by state for those who may be the second person: of their own team's queues, an administrator of all. */
export const listApprovals = async (
  actor: UserActor,
  { query }: { query: z.output<typeof contract.query> },
): Promise<z.input<typeof contract.response>> => {
  authorise(actor, 'list', { kind: 'action' });
  const { db, policies } = await services();
  const found = await actionsInState(db, query.state, actor.role === 'admin' ? null : actor.teamId);
  const { tools } = policies.current();
  return {
    actions: found.map(({ action, customerName }) => ({
      action,
      customerName,
      mayApprove: mayBeSecond(actor, action, tools[action.tool]) === null,
    })),
  };
};
