import { systemClock } from '@/lib/core/clock';
import type { Stage } from './stage';

/** The demo's first version of cancel risk, learnt from its past outcomes and put in force, and today's scores: what the night would have made. */
export const cancelRiskStage: Stage = {
  title: 'Cancel risk',
  run: async (_launch, detail) => {
    const [{ database }, { liveVersion }, { newestScores }] = await Promise.all([
      import('@/lib/db/client'),
      import('@/lib/db/model-versions'),
      import('@/lib/db/risk-scores'),
    ]);
    const deps = { db: database().prisma, clock: systemClock };
    const newest = await newestScores(deps.db, 'cancel-risk');
    if (newest?.on === deps.clock.now().toISOString().slice(0, 10)) return;
    const [{ PRODUCT }, { trainCancelRiskOn }, { promoteModelOn }, { scoreEveryoneOn }] = await Promise.all([
      import('@/lib/use-cases/product-actor'),
      import('@/lib/use-cases/train-cancel-risk'),
      import('@/lib/use-cases/promote-model'),
      import('@/lib/use-cases/score-everyone'),
    ]);
    if ((await liveVersion(deps.db, 'cancel-risk')) === null) {
      detail('learning from past outcomes');
      const trained = await trainCancelRiskOn(deps, PRODUCT);
      if (trained.is === 'too-few') return;
      await promoteModelOn(deps, PRODUCT, { model: 'cancel-risk', version: trained.version });
    }
    detail('scoring every customer');
    const [{ policyStore }, { policiesDir }] = await Promise.all([
      import('@/lib/policies/store'),
      import('@/lib/use-cases/policies-in-force'),
    ]);
    await scoreEveryoneOn({ ...deps, policies: await policyStore(policiesDir()) }, PRODUCT);
  },
};
