import { z } from 'zod';
import { chanceModelSchema } from '@/lib/ml/chance-model';

/** What a version of the model is made of: plain JSON. `features` names the columns its trees speak of, in their order. */
export const riskWeightsSchema = z
  .object({ features: z.array(z.string()).min(1), model: chanceModelSchema })
  .refine(
    ({ features, model }) =>
      model.members.every(({ trees }) =>
        trees.every((tree) => tree.feature.every((feature) => feature < features.length)),
      ),
    'a tree speaks of a feature that is not named',
  );
export type RiskWeights = z.infer<typeof riskWeightsSchema>;

/** How the versions compare, on outcomes that the members judging them had not seen. */
export const riskMetricsSchema = z.object({
  auc: z.number(),
  averagePrecision: z.number(),
  brier: z.number(),
  /** Brier score of giving everyone the share that left: what a model has to be below. */
  brierOfShare: z.number(),
  left: z.int(),
});
export type RiskMetrics = z.infer<typeof riskMetricsSchema>;
