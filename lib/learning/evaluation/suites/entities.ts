import { z } from 'zod';
import { findEntities } from '@/lib/detectors/entities';
import { detectionOf } from '@/lib/ml/metrics';
import { readRows } from '../rows';
import { type Metrics, refused, required, type Suite } from '../suite';

const spanSchema = z.object({ type: z.string(), start: z.number(), end: z.number() });
const rowSchema = z.object({ text: z.string(), entities: z.array(spanSchema) });
type Span = z.infer<typeof spanSchema>;

/** Same type, and what they share is at least half of the longer one. */
const matches = (a: Span, b: Span): boolean =>
  a.type === b.type &&
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) * 2 >= Math.max(a.end - a.start, b.end - b.start);

/**
 * Recall and precision over the types that the data labels; what is found of other types is not counted, because the data does not
 * say whether it is there.
 */
export const entitiesSuite: Suite = async (files) => {
  refused(files, 'train', 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const types = [...new Set(rows.flatMap(({ entities }) => entities.map(({ type }) => type)))].sort();
  const tally = new Map(types.map((type) => [type, { rows: 0, hits: 0, found: 0, right: 0 }]));
  for (const { text, entities } of rows) {
    const found: Span[] = findEntities(text);
    for (const wanted of entities) {
      const count = tally.get(wanted.type);
      if (!count) continue;
      count.rows += 1;
      if (found.some((span) => matches(span, wanted))) count.hits += 1;
    }
    for (const span of found) {
      const count = tally.get(span.type);
      if (!count) continue;
      count.found += 1;
      if (entities.some((wanted) => matches(span, wanted))) count.right += 1;
    }
  }
  const byType: Metrics = {};
  const sum = { rows: 0, hits: 0, found: 0, right: 0 };
  for (const [type, { rows: wanted, hits, found, right }] of tally) {
    byType[type] = {
      rows: wanted,
      recall: detectionOf(hits, found, wanted).recall,
      precision: detectionOf(right, found, wanted).precision,
    };
    sum.rows += wanted;
    sum.hits += hits;
    sum.found += found;
    sum.right += right;
  }
  return {
    rows: rows.length,
    metrics: {
      recall: detectionOf(sum.hits, sum.found, sum.rows).recall,
      precision: detectionOf(sum.right, sum.found, sum.rows).precision,
      byType,
    },
  };
};
