import { fitSharpness, type HeldOut, softmax } from '@/lib/ml/calibration';
import {
  crossValidate,
  type LabelledRows,
  type LinearModel,
  marginsOf,
  trainLinear,
} from '@/lib/ml/linear-model';
import { DEFAULT_SVM } from '@/lib/ml/linear-svm';
import { encode } from '@/lib/ml/text-classifier';
import { wordsOf } from '@/lib/ml/text-features';
import { DEFAULT_VECTORISER, type SparseRow } from '@/lib/ml/tfidf';
import type { GuardrailExample, GuardrailExamples } from '@/lib/policies/compile-guardrails-examples';

/** The label of sentences that break no rule. */
const FINE = 'fine';
/** Words of a sentence that is read: fewer say nothing on their own, more say several things at once. */
const SHORTEST = 3;
const LONGEST = 45;
/** Length of what one cue adds to a row, and of what two cues together add. */
const CUE = 0.25;
const PAIR = 0.12;
/** Parts the examples are cut into to find out how far a margin can be believed. */
const FOLDS = 2;
const TRAINING = { svm: { ...DEFAULT_SVM, cost: 4, passes: 6 }, balance: 0.25 };

/** The sentence with each name replaced by what it names. */
const anonymous = (text: string, names: GuardrailExamples['names']): string => {
  let out = text;
  for (const [name, phrases] of Object.entries(names))
    for (const { start, end } of phrases.find(out).reverse())
      out = out.slice(0, start) + name + out.slice(end);
  return out;
};

const shownIn = (text: string, cues: GuardrailExamples['cues']): string[] =>
  Object.keys(cues).filter((cue) => (cues[cue]?.find(text).length ?? 0) > 0);

/** Each cue a sentence shows and each two of them: what it speaks of, in whatever words. */
const cueFeatures =
  (cues: GuardrailExamples['cues']) =>
  (text: string): Map<string, number> => {
    const shown = shownIn(text, cues);
    return new Map([
      ...shown.map((cue): [string, number] => [cue, CUE]),
      ...shown.flatMap((a, i) => shown.slice(i + 1).map((b): [string, number] => [`${a} ${b}`, PAIR])),
    ]);
  };

/** What reads a sentence: which rule it most likely breaks and how sure that is, 0 to 1. */
export type SentenceReader = (sentence: string) => { rule: string; sure: number } | undefined;

/** The rule that a row lies furthest on the side of, by its number, and how far. */
interface Nearest {
  at: number;
  distance: number;
}

/**
 * How far a row lies on the side of its nearest rule: that rule's margin against everything else, twice, less the margin of sentences
 * that break nothing. A sentence that is like no example at all is so like no rule either, which a softmax over all rules would not say.
 */
const nearest = (model: LinearModel, row: SparseRow): Nearest => {
  const margins = marginsOf(model, row);
  const fine = margins[model.labels.indexOf(FINE)] ?? 0;
  let best = { at: -1, distance: Number.NEGATIVE_INFINITY };
  margins.forEach((margin, at) => {
    const distance = 2 * margin - fine;
    if (model.labels[at] !== FINE && distance > best.distance) best = { at, distance };
  });
  return best;
};

/** Probability that a distance is right: Platt's sigmoid without an offset, so that 0 is as likely as not. */
const sureOf = (distance: number, sharpness: number): number =>
  softmax(Float64Array.of(distance, 0), sharpness, new Float64Array(2))[0] ?? 0;

/**
 * Learns from examples to tell which rule a sentence breaks: a linear model over words, parts of words and cues, its margins turned into
 * probabilities by cross-validation. The same examples give the same reader.
 */
export const learnToRead = (
  { names, cues, rules }: Pick<GuardrailExamples, 'names' | 'cues' | 'rules'>,
  examples: readonly GuardrailExample[],
): SentenceReader => {
  const { vectoriser, labels, data } = encode(
    examples.map(({ text, rule }) => ({ text: anonymous(text, names), label: rule ?? FINE })),
    { ...DEFAULT_VECTORISER, wordWeight: 1, charWeight: 0.5, extra: cueFeatures(cues) },
  );
  const train = (part: LabelledRows): LinearModel => trainLinear(part, labels, vectoriser.columns, TRAINING);
  const held: HeldOut[] = [];
  crossValidate(data, FOLDS, TRAINING.svm.seed, train, (model, row, label) => {
    const { at, distance } = nearest(model, row);
    held.push({ margins: Float64Array.of(distance, 0), label: at === label ? 0 : 1 });
  });
  const sharpness = fitSharpness(held);
  const model = train(data);
  return (sentence) => {
    const count = wordsOf(sentence).length;
    if (count < SHORTEST || count > LONGEST) return undefined;
    const text = anonymous(sentence, names);
    const { at, distance } = nearest(model, vectoriser.row(text));
    const rule = labels[at];
    if (rule === undefined || distance <= 0) return undefined;
    const { needs = [] } = rules[rule] ?? {};
    if (needs.length > 0 && !needs.some((cue) => (cues[cue]?.find(text).length ?? 0) > 0)) return undefined;
    return { rule, sure: sureOf(distance, sharpness) };
  };
};
