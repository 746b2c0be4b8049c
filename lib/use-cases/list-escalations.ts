import { listEscalations as list } from '@/lib/db/escalations';
import type { EscalationState } from '@/lib/domain/escalation';
import type { UserActor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { scopeOf } from './scope-of';
import { services } from './services';

/** Packets in a state, the soonest due first. */
export const listEscalations = async (actor: UserActor, { query }: { query: { state: EscalationState } }) => {
  authorise(actor, 'list', { kind: 'escalation', state: query.state });
  const { db } = await services();
  return { escalations: await list(db, scopeOf(actor), query.state) };
};
