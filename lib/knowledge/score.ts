import type { Concept } from './concepts';
import type { Postings } from './postings';

/** Scores by document, and the weight of the concepts each one holds. */
export interface Scores {
  score: Float32Array;
  covered: Float32Array;
}

/** k1 of BM25: how fast a repeated term stops counting. */
const SATURATION = 2;

/**
 * BM25 over concepts. The alternatives of a concept are summed before saturation, so that an article that says both
 * `bill` and `invoice` does not count the same thing twice.
 */
export const scoreConcepts = (
  postings: Postings,
  documents: number,
  concepts: readonly Concept[],
): Scores => {
  const score = new Float32Array(documents);
  const covered = new Float32Array(documents);
  const frequency = new Float32Array(documents);
  const likeness = new Float32Array(documents);
  for (const concept of concepts) {
    const touched: number[] = [];
    for (const { term, weight } of concept.alternatives) {
      const end = postings.starts[term + 1] ?? 0;
      for (let at = postings.starts[term] ?? 0; at < end; at++) {
        const doc = postings.docs[at] ?? 0;
        const before = frequency[doc] ?? 0;
        if (before === 0) touched.push(doc);
        frequency[doc] = before + (postings.weights[at] ?? 0) * weight;
        likeness[doc] = Math.max(likeness[doc] ?? 0, weight);
      }
    }
    for (const doc of touched) {
      const tf = frequency[doc] ?? 0;
      score[doc] = (score[doc] ?? 0) + (concept.weight * tf * (SATURATION + 1)) / (tf + SATURATION);
      if (!concept.pair) covered[doc] = (covered[doc] ?? 0) + concept.weight * (likeness[doc] ?? 0);
      frequency[doc] = 0;
      likeness[doc] = 0;
    }
  }
  return { score, covered };
};
