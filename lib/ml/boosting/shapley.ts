import type { FeatureRow } from './bins';
import { childOf, type Tree } from './tree';

/** Features on one way from the root to a leaf at most; trees that are boosted are far shallower. */
const MOST = 16;

/** `WEIGHTS[n][k]` is `k! (n - 1 - k)! / n!`: the Shapley weight of a subset of k of n - 1 other features. */
const WEIGHTS = Array.from({ length: MOST + 1 }, (_, n) => {
  const weights = new Float64Array(Math.max(1, n)).fill(n === 0 ? 0 : 1 / n);
  for (let k = 1; k < n; k++) weights[k] = ((weights[k - 1] ?? 0) * k) / (n - k);
  return weights;
});

/**
 * Each feature on the way to a node, once: the share of training rows that its splits let through, and whether they let this row through.
 * One stack for all: what a child changes is put back after it.
 */
class Way {
  private readonly feature = new Int32Array(MOST);
  private readonly share = new Float64Array(MOST);
  private readonly passes = new Uint8Array(MOST);
  private readonly bySize = new Float64Array(MOST + 1);
  private length = 0;

  /** Goes on through a split, does `then` there and comes back. A feature asked before is asked once more in its place. */
  through(feature: number, share: number, passes: boolean, then: () => void): void {
    const before = this.length;
    let at = 0;
    while (at < before && this.feature[at] !== feature) at++;
    if (at === MOST) throw new RangeError(`a tree asks more than ${MOST} features on one way`);
    const known = at < before;
    const [oldShare, oldPasses] = known ? [this.share[at] ?? 1, this.passes[at] ?? 1] : [1, 1];
    this.feature[at] = feature;
    this.share[at] = oldShare * share;
    this.passes[at] = passes ? oldPasses : 0;
    this.length = known ? before : before + 1;
    then();
    this.length = before;
    if (known) {
      this.share[at] = oldShare;
      this.passes[at] = oldPasses;
    }
  }

  /** Adds what a leaf gives each feature of the way to it. */
  credit(value: number, into: Float64Array): void {
    const { length, feature, share, passes } = this;
    const weights = WEIGHTS[length] ?? WEIGHTS[0];
    for (let at = 0; at < length; at++) {
      const moved = (passes[at] ?? 0) - (share[at] ?? 0);
      if (moved === 0) continue;
      const column = feature[at] ?? 0;
      into[column] = (into[column] ?? 0) + value * moved * this.others(at, weights ?? new Float64Array());
    }
  }

  /** The weighted sum over subsets of the other features of what is let through: by this row within a subset, by training rows outside it. */
  private others(at: number, weights: Float64Array): number {
    const { bySize, share, passes, length } = this;
    bySize[0] = 1;
    let sizes = 1;
    for (let i = 0; i < length; i++) {
      if (i === at) continue;
      bySize[sizes] = 0;
      const [inside, outside] = [passes[i] ?? 0, share[i] ?? 0];
      for (let k = sizes; k > 0; k--) bySize[k] = (bySize[k] ?? 0) * outside + (bySize[k - 1] ?? 0) * inside;
      bySize[0] = (bySize[0] ?? 0) * outside;
      sizes++;
    }
    let sum = 0;
    for (let k = 0; k < sizes; k++) sum += (bySize[k] ?? 0) * (weights[k] ?? 0);
    return sum;
  }
}

const way = new Way();

/**
 * Adds to `into` what each feature contributes to a tree's value for a row: Shapley values with the tree's own training rows as the background
 * (the values of TreeSHAP: Lundberg, Erion & Lee 2018, "Consistent individualized feature attribution for tree ensembles"), added up over
 * leaves, which is short work for trees this shallow. They add up to the value less the tree's mean. Contributions along the path
 * (Saabas) would add up too, but give less to a feature the nearer it is to the root, so that a stronger effect can show as a weaker driver.
 */
export const addShapley = (tree: Tree, row: FeatureRow, into: Float64Array): void => {
  const visit = (node: number): void => {
    const split = tree.feature[node] ?? -1;
    if (split < 0) {
      way.credit(tree.value[node] ?? 0, into);
      return;
    }
    const hot = childOf(tree, node, row);
    const here = tree.rows[node] ?? 1;
    const go = (child: number): void =>
      way.through(split, (tree.rows[child] ?? 0) / here, child === hot, () => visit(child));
    go(tree.left[node] ?? 0);
    go(tree.right[node] ?? 0);
  };
  visit(0);
};

/** What a tree says of its training rows, on average. */
export const meanOf = ({ feature, value, rows }: Tree): number => {
  let sum = 0;
  for (let node = 0; node < value.length; node++)
    if ((feature[node] ?? -1) < 0) sum += (value[node] ?? 0) * (rows[node] ?? 0);
  return sum / (rows[0] ?? 1);
};
