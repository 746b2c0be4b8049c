import { z } from 'zod';
import { categoryConfidence, categoryOf, categorySchema } from '@/lib/domain/intent';
import { accuracy, calibrationError, macroF1 } from '@/lib/ml/metrics';
import { type Scored, trainClassifier } from '@/lib/ml/text-classifier';
import { readRows } from '../rows';
import { type EvaluationContext, refused, required, type Suite, type SuiteFiles } from '../suite';
import { Stopwatch, secondsSince } from '../timing';

const rowSchema = z.object({
  id: z.string(),
  text: z.string(),
  label: categorySchema,
  alt: z.array(categorySchema).default([]),
});

/** Text to category with how sure that is, and what it took to learn that. */
interface Subject {
  classify(text: string): Promise<Scored>;
  seconds: number;
}

const NOTHING: Scored = { label: '', confidence: 0 };

const trained = async (path: string): Promise<Subject> => {
  const rows = await readRows(path, rowSchema);
  const start = performance.now();
  const model = trainClassifier(rows.map(({ text, label }) => ({ text, label })));
  return { classify: async (text) => model.rank(text)[0] ?? NOTHING, seconds: secondsSince(start) };
};

const shipped = async (context: EvaluationContext): Promise<Subject> => {
  const { ports, seconds } = await context.engine();
  const classify = async (text: string): Promise<Scored> => {
    const { value } = await ports.triage(
      { utterances: [{ turnId: 'row', role: 'customer', text }], language: 'en' },
      { signal: context.signal },
    );
    const [first] = value.intents;
    return first ? { label: categoryOf(first.id), confidence: categoryConfidence(value.intents) } : NOTHING;
  };
  return { classify, seconds };
};

/**
 * Category of single messages: with --train the classifier of the local engine learns the file, without it measures what ships.
 * Lenient figures count a label of `alt` as right; `macroF1` is lenient, over the six categories. `calibrationError` is the expected
 * calibration error of the confidence shown beside the category, lenient as well.
 */
export const intentSuite: Suite = async (files: SuiteFiles, context) => {
  refused(files, 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const subject = files.train === null ? await shipped(context) : await trained(files.train);
  const watch = new Stopwatch();
  const scored: Scored[] = [];
  for (const { text } of rows) scored.push(await watch.time(() => subject.classify(text)));
  const guesses = scored.map(({ label }) => label);
  const errorAgainst = (labels: readonly string[]): number =>
    calibrationError(
      labels.map((label, i) => label === guesses[i]),
      scored.map(({ confidence }) => confidence),
    );
  const truth = rows.map(({ label }) => label);
  const lenient = rows.map(({ label, alt }, i): string => alt.find((other) => other === guesses[i]) ?? label);
  return {
    rows: rows.length,
    metrics: {
      accuracy: accuracy(truth, guesses),
      lenientAccuracy: accuracy(lenient, guesses),
      macroF1: macroF1(lenient, guesses),
      strictMacroF1: macroF1(truth, guesses),
      calibrationError: errorAgainst(lenient),
      strictCalibrationError: errorAgainst(truth),
      trainSeconds: subject.seconds,
      p50Ms: watch.percentile(0.5),
      p95Ms: watch.percentile(0.95),
    },
  };
};
