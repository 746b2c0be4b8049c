import { cpus, totalmem } from 'node:os';
import { percentile } from '@/lib/ml/metrics';

/** A figure, or figures by name. */
export type Figures = { [name: string]: number | Figures };

export interface Bench {
  run(say: (line: string) => void): Promise<Figures>;
}

/** Milliseconds of several laps as the figures people ask for. */
export const latencyOf = (ms: readonly number[]): { p50: number; p95: number; p99: number } => ({
  p50: percentile(ms, 0.5),
  p95: percentile(ms, 0.95),
  p99: percentile(ms, 0.99),
});

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toFixed(2)) : rounded(value),
    ]),
  );

/** What is printed with --json: the figures, where and when. */
export const reportOf = (bench: string, figures: Figures, now: Date) => ({
  bench,
  at: now.toISOString(),
  machine: { cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version },
  figures: rounded(figures),
});

/** Groups of figures as rows of one table: a row per innermost group. */
export const rowsOf = (figures: Figures, path: readonly string[] = []): Record<string, string | number>[] => {
  const own = Object.entries(figures).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const groups = Object.entries(figures).filter(
    (entry): entry is [string, Figures] => typeof entry[1] !== 'number',
  );
  return [
    ...(own.length > 0 ? [{ what: path.join(' ') || 'all', ...Object.fromEntries(own) }] : []),
    ...groups.flatMap(([name, group]) => rowsOf(group, [...path, name])),
  ];
};
