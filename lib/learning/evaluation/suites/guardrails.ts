import { readFolder } from '@/lib/policies/read-folder';
import { readGuardCorpus } from '@/lib/rules/guard-corpus';
import { type GuardScore, type JudgedRow, judgeRow, scoreOf } from '@/lib/rules/guard-score';
import { type Metrics, refused, type Suite } from '../suite';
import { Stopwatch } from '../timing';

/** Where the corpus lies, from the root of the repository. */
export const GUARD_CORPUS = 'lib/rules/testing/guard-corpus';

const metricsOf = (score: GuardScore): Metrics => ({ ...score });

const scored = (rows: readonly JudgedRow[]): Metrics => ({
  ...metricsOf(scoreOf(rows)),
  heldBack: metricsOf(scoreOf(rows.filter(({ written }) => written === 'held back'))),
});

/** Precision and recall of the guardrails by kind of violation, and how long one draft takes. The rows are the repository's own. */
export const guardrailsSuite: Suite = async (files, context) => {
  refused(files, 'data', 'train', 'kb');
  const { guardrails } = await context.policies();
  const rows = readGuardCorpus((await readFolder(GUARD_CORPUS)).files).slice(0, files.limit);
  const watch = new Stopwatch();
  const judged: JudgedRow[] = [];
  for (const row of rows) judged.push(await watch.time(() => judgeRow(guardrails, row)));
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const innocents = judged.filter(({ violates }) => !violates);
  return {
    rows: rows.length,
    metrics: {
      ...scored(judged),
      /** Innocents in which a rule of any kind found something. */
      falseAlarmRate:
        innocents.filter(({ found, others }) => found || others.length > 0).length / innocents.length,
      p50Ms: watch.percentile(0.5),
      p95Ms: watch.percentile(0.95),
      byKind: Object.fromEntries(
        kinds.map((kind) => [kind, scored(judged.filter((row) => row.kind === kind))]),
      ),
    },
  };
};
