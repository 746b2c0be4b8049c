import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import { recordCall as record } from '@/lib/db/risk-scores';
import type { CallOutcome } from '@/lib/domain/cancel-risk';
import type { UserActor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { services } from './services';

/** Notes that a customer of the call-back list was rung, once: of two at the same time the second gets `conflict`. */
export const recordCall = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { outcome: CallOutcome } },
): Promise<{ ok: true }> => {
  authorise(actor, 'write', { kind: 'risk' });
  const { db, clock } = await services();
  const at = clock.now();
  await db.$transaction(async (tx) => {
    const noted = await record(tx, params.id, { byId: actor.id, outcome: body.outcome, at });
    if (noted === null) throw notFound('Customer');
    if (!noted)
      throw new AppError('conflict', 'rung before', {
        userMessage: 'Somebody has rung this customer already.',
      });
    await audit(tx, {
      actor,
      action: 'call-back.made',
      resource: params.id,
      detail: { outcome: body.outcome },
      at,
    });
  });
  return { ok: true };
};
