import { z } from 'zod';
import { type SentimentLabel, sentimentLabelOf, sentimentLabelSchema } from '@/lib/domain/triage';
import { accuracy, detection, macroF1 } from '@/lib/ml/metrics';
import { readRows } from '../rows';
import { type EvaluationContext, refused, required, type Suite } from '../suite';
import { Stopwatch, secondsSince } from '../timing';

const rowSchema = z.object({ text: z.string(), label: sentimentLabelSchema });

/** Text to mood, and what it took to learn that. */
interface Subject {
  classify(text: string): Promise<SentimentLabel>;
  seconds: number;
}

const trained = async (path: string, context: EvaluationContext): Promise<Subject> => {
  const rows = await readRows(path, rowSchema);
  const start = performance.now();
  const classify = context.learnMood(rows.map(({ text, label }) => ({ text, label })));
  return { classify: async (text) => classify(text), seconds: secondsSince(start) };
};

const shipped = async (context: EvaluationContext): Promise<Subject> => {
  const { ports, seconds } = await context.engine();
  const classify = async (text: string): Promise<SentimentLabel> => {
    const request = { utterances: [{ turnId: 'row', role: 'customer' as const, text }], language: 'en' };
    const { value } = await ports.triage(request, { signal: context.signal });
    return sentimentLabelOf(value.sentiment[0] ?? 0);
  };
  return { classify, seconds };
};

/** Mood of single messages: with --train what the local engine learns from the file, without it as triage scores them. */
export const sentimentSuite: Suite = async (files, context) => {
  refused(files, 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const subject = files.train === null ? await shipped(context) : await trained(files.train, context);
  const watch = new Stopwatch();
  const guesses: string[] = [];
  for (const { text } of rows) guesses.push(await watch.time(() => subject.classify(text)));
  const truth = rows.map(({ label }) => label);
  const frustrated = detection(truth, guesses, 'frustrated');
  return {
    rows: rows.length,
    metrics: {
      accuracy: accuracy(truth, guesses),
      macroF1: macroF1(truth, guesses),
      frustratedPrecision: frustrated.precision,
      frustratedRecall: frustrated.recall,
      trainSeconds: subject.seconds,
      p50Ms: watch.percentile(0.5),
      p95Ms: watch.percentile(0.95),
    },
  };
};
