import { z } from 'zod';
import { readModel, writeModel } from './model-file';
import { Vectoriser, type VectoriserOptions } from './tfidf';
import { TwoLevelClassifier } from './two-level-classifier';

const headerSchema = z.object({
  key: z.string(),
  groups: z.array(z.string()),
  leaves: z.array(z.string()),
  weights: z.tuple([z.number(), z.number()]),
  groupSharpness: z.number(),
});

/** A two-level classifier as bytes. `key` is the hash of what it was trained on. */
export const packTwoLevels = ({ vectoriser, levels }: TwoLevelClassifier, key: string): Buffer => {
  const { groups, leaves, groupOf, weights, groupSharpness } = levels;
  return writeModel({
    header: { key, groups: groups.labels, leaves: leaves.labels, weights, groupSharpness },
    arrays: {
      keys: vectoriser.fitted.keys,
      idf: vectoriser.fitted.idf,
      groupOf,
      groupWeights: groups.weights,
      groupScale: groups.scale,
      groupBias: groups.bias,
      leafWeights: leaves.weights,
      leafScale: leaves.scale,
      leafBias: leaves.bias,
    },
  });
};

/** The classifier that was packed under this key; null when the bytes are of another one, cut short or not a model. */
export const unpackTwoLevels = (
  bytes: Buffer,
  key: string,
  options: VectoriserOptions,
): TwoLevelClassifier | null => {
  const file = readModel(bytes);
  const head = headerSchema.safeParse(file?.header);
  if (!file || !head.success || head.data.key !== key) return null;
  const { keys, idf, groupOf, groupWeights, groupScale, groupBias, leafWeights, leafScale, leafBias } =
    file.arrays;
  if (!(keys instanceof Uint32Array && idf instanceof Float32Array && groupOf instanceof Int32Array))
    return null;
  if (
    !(
      groupWeights instanceof Int8Array &&
      groupScale instanceof Float32Array &&
      groupBias instanceof Float32Array
    )
  )
    return null;
  if (
    !(
      leafWeights instanceof Int8Array &&
      leafScale instanceof Float32Array &&
      leafBias instanceof Float32Array
    )
  )
    return null;
  return new TwoLevelClassifier(new Vectoriser({ keys, idf }, options), {
    groups: { labels: head.data.groups, weights: groupWeights, scale: groupScale, bias: groupBias },
    leaves: { labels: head.data.leaves, weights: leafWeights, scale: leafScale, bias: leafBias },
    groupOf,
    weights: head.data.weights,
    groupSharpness: head.data.groupSharpness,
  });
};
