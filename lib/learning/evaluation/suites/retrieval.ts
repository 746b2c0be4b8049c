import { z } from 'zod';
import { indexTexts, searchTexts } from '@/lib/knowledge/search-texts';
import { readRows } from '../rows';
import { refused, required, type Suite } from '../suite';
import { Stopwatch, secondsSince } from '../timing';

const documentSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
const querySchema = z.object({ query: z.string(), gold: z.array(z.string()).min(1) });

const DEPTH = 10;

/** Search over the documents of --kb. A hit at k is a gold document among the first k; recall10 is the share of gold found in ten. */
export const retrievalSuite: Suite = async (files) => {
  refused(files, 'train');
  const documents = await readRows(required(files, 'kb'), documentSchema);
  const queries = await readRows(required(files, 'data'), querySchema, files.limit);
  const start = performance.now();
  const index = indexTexts(documents);
  const indexSeconds = secondsSince(start);
  const watch = new Stopwatch();
  const found: string[][] = [];
  for (const { query } of queries)
    found.push((await watch.time(() => searchTexts(index, query, DEPTH))).map(({ id }) => id));
  const share = (score: (ids: readonly string[], gold: readonly string[]) => number): number =>
    queries.reduce((sum, { gold }, i) => sum + score(found[i] ?? [], gold), 0) / queries.length;
  const hitAt = (k: number): number =>
    share((ids, gold) => (ids.slice(0, k).some((id) => gold.includes(id)) ? 1 : 0));
  return {
    rows: queries.length,
    metrics: {
      hit1: hitAt(1),
      hit3: hitAt(3),
      hit5: hitAt(5),
      mrr: share((ids, gold) => {
        const rank = ids.findIndex((id) => gold.includes(id));
        return rank < 0 ? 0 : 1 / (rank + 1);
      }),
      recall10: share((ids, gold) => gold.filter((id) => ids.includes(id)).length / gold.length),
      indexSeconds,
      p50Ms: watch.percentile(0.5),
      p95Ms: watch.percentile(0.95),
    },
  };
};
