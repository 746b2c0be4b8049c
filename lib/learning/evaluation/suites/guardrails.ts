import { readFolder } from '@/lib/policies/read-folder';
import { type CorpusRow, readGuardCorpus } from '@/lib/rules/guard-corpus';
import { type JudgedRow, judgeRow, scoreOf } from '@/lib/rules/guard-score';
import { type Metrics, refused, type Suite } from '../suite';
import { Stopwatch } from '../timing';

/** Where the corpus lies, from the root of the repository. */
export const GUARD_CORPUS = 'lib/rules/testing/guard-corpus';

/** Where the rows lie that were written without sight of the rules. */
const BLIND_CORPUS = 'lib/rules/testing/guard-blind';

/** `score` of the rows of each kind. */
const byKind = (rows: readonly JudgedRow[], score: (rows: readonly JudgedRow[]) => Metrics): Metrics =>
  Object.fromEntries(
    [...new Set(rows.map(({ kind }) => kind))].map((kind) => [
      kind,
      score(rows.filter((row) => row.kind === kind)),
    ]),
  );

const plain = (rows: readonly JudgedRow[]): Metrics => ({ ...scoreOf(rows) });

const scored = (rows: readonly JudgedRow[]): Metrics => ({
  ...plain(rows),
  heldBack: plain(rows.filter(({ written }) => written === 'held back')),
});

const rowsIn = async (folder: string, limit: number | undefined): Promise<CorpusRow[]> =>
  readGuardCorpus((await readFolder(folder)).files).slice(0, limit);

/**
 * Precision and recall of the guardrails by kind of violation, and how long one draft takes. The rows are the repository's own:
 * those the rules were written with, and under `blind` those nobody who writes rules looks at.
 */
export const guardrailsSuite: Suite = async (files, context) => {
  refused(files, 'data', 'train', 'kb');
  const { guardrails } = await context.policies();
  const rows = await rowsIn(GUARD_CORPUS, files.limit);
  const watch = new Stopwatch();
  const judged: JudgedRow[] = [];
  for (const row of rows) judged.push(await watch.time(() => judgeRow(guardrails, row)));
  const blind = (await rowsIn(BLIND_CORPUS, files.limit)).map((row) => judgeRow(guardrails, row));
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
      byKind: byKind(judged, scored),
      blind: { ...plain(blind), byKind: byKind(blind, plain) },
    },
  };
};
