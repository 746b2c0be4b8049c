import { audit } from '@/lib/db/audit';
import { listOutcomes, settleOutcomes } from '@/lib/db/cancel-outcomes';
import { addCandidate } from '@/lib/db/model-versions';
import type { Actor } from '@/lib/domain/user';
import { learnCancelRisk } from '@/lib/learning/cancel-risk/train';
import type { RiskMetrics } from '@/lib/learning/cancel-risk/weights';
import { authorise } from './authorise';
import { type Services, services } from './services';

export type TrainedRisk =
  | { is: 'trained'; id: string; version: number; rows: number; metrics: RiskMetrics }
  | { is: 'too-few'; because: string };

/** `trainCancelRisk` on a database that nothing else is open for yet. */
export const trainCancelRiskOn = async (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
): Promise<TrainedRisk> => {
  authorise(actor, 'write', { kind: 'model' });
  const at = clock.now();
  await db.$transaction((tx) => settleOutcomes(tx, at));
  const lesson = learnCancelRisk(await listOutcomes(db));
  if (lesson.is === 'too-few') return lesson;
  const { rows, metrics, weights } = lesson;
  return db.$transaction(async (tx) => {
    const { id, version } = await addCandidate(tx, {
      model: 'cancel-risk',
      rows,
      metrics,
      weights,
      trainedAt: at,
    });
    await audit(tx, {
      actor,
      action: 'model.trained',
      resource: id,
      detail: { model: 'cancel-risk', version, rows, metrics },
      at,
    });
    return { is: 'trained', id, version, rows, metrics };
  });
};

/**
 * Learns a candidate of cancel risk from every known outcome, those among them of customers scored 60 days ago; with too few it says so and
 * stores no version.
 */
export const trainCancelRisk = async (actor: Actor): Promise<TrainedRisk> =>
  trainCancelRiskOn(await services(), actor);
