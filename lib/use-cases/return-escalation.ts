import type { UserActor } from '@/lib/domain/user';
import { decideEscalation } from './decide-escalation';

/** A lead sends a packet back with the reason. */
export const returnEscalation = (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { why: string } },
): Promise<{ ok: true }> => decideEscalation(actor, params.id, { state: 'returned', why: body.why });
