import type { UserActor } from '@/lib/domain/user';
import { decideEscalation } from './decide-escalation';

/** A lead takes the case over. */
export const acceptEscalation = (
  actor: UserActor,
  { params }: { params: { id: string } },
): Promise<{ ok: true }> => decideEscalation(actor, params.id, { state: 'accepted' });
