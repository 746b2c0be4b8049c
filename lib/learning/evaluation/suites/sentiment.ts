import { z } from 'zod';
import { sentimentLabelOf, sentimentLabelSchema } from '@/lib/domain/triage';
import { accuracy, detection, macroF1 } from '@/lib/ml/metrics';
import { readRows } from '../rows';
import { refused, required, type Suite } from '../suite';
import { Stopwatch } from '../timing';

const rowSchema = z.object({ text: z.string(), label: sentimentLabelSchema });

/** Mood of single messages, as triage scores them. */
export const sentimentSuite: Suite = async (files, context) => {
  refused(files, 'train', 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const { ports } = await context.engine();
  const watch = new Stopwatch();
  const guesses: string[] = [];
  for (const { text } of rows) {
    const request = { utterances: [{ turnId: 'row', role: 'customer' as const, text }], language: 'en' };
    const { value } = await watch.time(() => ports.triage(request, { signal: context.signal }));
    guesses.push(sentimentLabelOf(value.sentiment[0] ?? 0));
  }
  const truth = rows.map(({ label }) => label);
  const frustrated = detection(truth, guesses, 'frustrated');
  return {
    rows: rows.length,
    metrics: {
      accuracy: accuracy(truth, guesses),
      macroF1: macroF1(truth, guesses),
      frustratedPrecision: frustrated.precision,
      frustratedRecall: frustrated.recall,
      p50Ms: watch.percentile(0.5),
    },
  };
};
