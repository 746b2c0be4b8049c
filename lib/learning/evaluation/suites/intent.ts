import { z } from 'zod';
import { categoryOf, categorySchema } from '@/lib/domain/intent';
import { accuracy, macroF1 } from '@/lib/ml/metrics';
import { trainClassifier } from '@/lib/ml/text-classifier';
import { readRows } from '../rows';
import { type EvaluationContext, refused, required, type Suite, type SuiteFiles } from '../suite';
import { Stopwatch, secondsSince } from '../timing';

const rowSchema = z.object({
  id: z.string(),
  text: z.string(),
  label: categorySchema,
  alt: z.array(categorySchema).default([]),
});

/** Text to category, and what it took to learn that. */
interface Subject {
  classify(text: string): Promise<string>;
  seconds: number;
}

const trained = async (path: string): Promise<Subject> => {
  const rows = await readRows(path, rowSchema);
  const start = performance.now();
  const model = trainClassifier(rows.map(({ text, label }) => ({ text, label })));
  return { classify: async (text) => model.rank(text)[0]?.label ?? '', seconds: secondsSince(start) };
};

const shipped = async (context: EvaluationContext): Promise<Subject> => {
  const { ports, seconds } = await context.engine();
  const classify = async (text: string): Promise<string> => {
    const { value } = await ports.triage(
      { utterances: [{ turnId: 'row', role: 'customer', text }], language: 'en' },
      { signal: context.signal },
    );
    return value.intents[0] ? categoryOf(value.intents[0].id) : '';
  };
  return { classify, seconds };
};

/**
 * Category of single messages: with --train the classifier of the local engine learns the file, without it measures what ships.
 * Lenient figures count a label of `alt` as right; `macroF1` is lenient, over the six categories.
 */
export const intentSuite: Suite = async (files: SuiteFiles, context) => {
  refused(files, 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const subject = files.train === null ? await shipped(context) : await trained(files.train);
  const watch = new Stopwatch();
  const guesses: string[] = [];
  for (const { text } of rows) guesses.push(await watch.time(() => subject.classify(text)));
  const truth = rows.map(({ label }) => label);
  const lenient = rows.map(({ label, alt }, i): string => alt.find((other) => other === guesses[i]) ?? label);
  return {
    rows: rows.length,
    metrics: {
      accuracy: accuracy(truth, guesses),
      lenientAccuracy: accuracy(lenient, guesses),
      macroF1: macroF1(lenient, guesses),
      strictMacroF1: macroF1(truth, guesses),
      trainSeconds: subject.seconds,
      p50Ms: watch.percentile(0.5),
      p95Ms: watch.percentile(0.95),
    },
  };
};
