import { z } from 'zod';
import type { FeatureRow } from './bins';

/**
 * A regression tree, one entry a node and the root first. An inner node sends a row left when its feature is at most the threshold or,
 * where the feature is missing, when `missingLeft` says so. A leaf has feature -1 and a value in log-odds. `rows` counts the training
 * rows that came by.
 */
export const treeSchema = z
  .object({
    feature: z.array(z.int().min(-1)),
    threshold: z.array(z.number()),
    missingLeft: z.array(z.boolean()),
    left: z.array(z.int()),
    right: z.array(z.int()),
    value: z.array(z.number()),
    rows: z.array(z.int().positive()),
  })
  .refine(
    (tree) =>
      tree.feature.length > 0 && Object.values(tree).every((column) => column.length === tree.feature.length),
    'every node needs an entry in every column',
  )
  .refine(
    ({ feature, left, right }) =>
      feature.every(
        (at, node) =>
          at < 0 || [left[node], right[node]].every((child = 0) => child > node && child < feature.length),
      ),
    'a child must come after its parent',
  );
export type Tree = z.infer<typeof treeSchema>;

/** The child a row goes to from an inner node. */
export const childOf = (tree: Tree, node: number, row: FeatureRow): number => {
  const value = row[tree.feature[node] ?? 0] ?? Number.NaN;
  const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] : value <= (tree.threshold[node] ?? 0);
  return (goesLeft ? tree.left[node] : tree.right[node]) ?? 0;
};

/** What the leaf says that a row falls into. */
export const leafValue = (tree: Tree, row: FeatureRow): number => {
  let node = 0;
  while ((tree.feature[node] ?? -1) >= 0) node = childOf(tree, node, row);
  return tree.value[node] ?? 0;
};
