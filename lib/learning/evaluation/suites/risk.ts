import { z } from 'zod';
import { BOOSTING } from '@/lib/ml/boosted-trees';
import { chanceOfRow, trainChance } from '@/lib/ml/chance-model';
import { learnCodes } from '@/lib/ml/column-codes';
import { areaUnderRoc, averagePrecision, brierScore } from '@/lib/ml/metrics';
import { readRows } from '../rows';
import { refused, required, type Suite } from '../suite';
import { Stopwatch, secondsSince } from '../timing';

const cell = z.union([z.string(), z.number(), z.null()]);
const rowSchema = z.object({ label: z.union([z.literal(0), z.literal(1)]) }).catchall(cell);
type Row = z.infer<typeof rowSchema>;

/**
 * Not features: the label, the customer's number, and sex, age and family status (a partner, dependents), which are protected or stand for what
 * is. A figure that needs them is not one the product may reach.
 */
const NOT_FEATURES = new Set(['label', 'customerID', 'gender', 'SeniorCitizen', 'Partner', 'Dependents']);

const columnsOf = (rows: readonly Row[]): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => !NOT_FEATURES.has(column));

/** Cancel risk on a table of accounts: learnt from --train as the product learns it from outcomes, measured on --data. */
export const riskSuite: Suite = async (files) => {
  refused(files, 'kb');
  const train = await readRows(required(files, 'train'), rowSchema);
  const data = await readRows(required(files, 'data'), rowSchema, files.limit);
  const start = performance.now();
  const { encode } = learnCodes(train, columnsOf(train));
  const known = train.map(({ label }) => label === 1);
  const { model, heldOut } = trainChance({ rows: train.map(encode), labels: known }, BOOSTING);
  const trainSeconds = secondsSince(start);
  const watch = new Stopwatch();
  const chances: number[] = [];
  for (const row of data) chances.push(await watch.time(() => chanceOfRow(model, encode(row))));
  const left = data.map(({ label }) => label === 1);
  return {
    rows: data.length,
    metrics: {
      auc: areaUnderRoc(left, chances),
      averagePrecision: averagePrecision(left, chances),
      brier: brierScore(left, chances),
      trainSeconds,
      p50Ms: watch.percentile(0.5),
      // Each row of --train by the members that had not seen it: what to tune by, so that --data stays a test.
      crossFitted: { auc: areaUnderRoc(known, heldOut), brier: brierScore(known, heldOut) },
    },
  };
};
