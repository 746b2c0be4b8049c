import { notFound } from '@/lib/core/errors';
import type { CancelRisk } from '@/lib/domain/cancel-risk';
import type { Actor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { riskOfCustomer } from './cancel-risk';
import { services } from './services';

/** One customer's cancel risk as of now, with what speaks for and against leaving. Abstains while no version is in force. */
export const scoreCancelRisk = async (
  actor: Actor,
  { params }: { params: { id: string } },
): Promise<{ risk: CancelRisk }> => {
  authorise(actor, 'read', { kind: 'risk' });
  const risk = await riskOfCustomer(await services(), params.id);
  if (!risk) throw notFound('Customer');
  return { risk };
};
