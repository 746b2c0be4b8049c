import type { StepId } from '@/lib/domain/run';
import { services } from '@/lib/use-cases/services';
import type { Lap } from './play';
import { type Figures, latencyOf } from './report';

/** What is stored of a run, as far as time is concerned; instants in milliseconds. */
export interface TimedRun {
  started: number;
  steps: { step: StepId; at: number; latencyMs: number }[];
}

const PHASES = ['accept', 'queue', 'load', 'steps', 'store and push'] as const;
type Phase = (typeof PHASES)[number];

/**
 * Where a turn's time went, in milliseconds. `queue` is from acceptance to a worker's claim, `load` from there to the first step,
 * `steps` to the end of the last, and the rest is storing the cues and telling the console. They add up to the whole.
 */
export const phasesOf = (
  { began, acceptMs, totalMs }: Lap,
  { started, steps }: TimedRun,
): Record<Phase, number> => {
  const first = Math.min(...steps.map(({ at, latencyMs }) => at - latencyMs));
  const last = Math.max(...steps.map(({ at }) => at));
  return {
    accept: acceptMs,
    queue: started - began - acceptMs,
    load: first - started,
    steps: last - first,
    'store and push': began + totalMs - last,
  };
};

/** Runs of one measurement at a time: PostgreSQL takes at most 65,535 parameters. */
const BATCH = 500;

const timedRuns = async (ids: readonly string[]): Promise<Map<string, TimedRun>> => {
  const { db } = await services();
  const runs = new Map<string, TimedRun>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await db.run.findMany({
      where: { id: { in: ids.slice(from, from + BATCH) } },
      select: { id: true, startedAt: true, steps: { select: { step: true, at: true, latencyMs: true } } },
    });
    for (const { id, startedAt, steps } of rows)
      if (startedAt && steps.length > 0)
        runs.set(id, {
          started: startedAt.getTime(),
          steps: steps.map(({ step, at, latencyMs }) => ({
            step: step as StepId,
            at: at.getTime(),
            latencyMs,
          })),
        });
  }
  return runs;
};

/** p50, p95 and p99 of each phase, and of each step by itself. */
export const phaseFigures = async (laps: readonly Lap[]): Promise<Figures> => {
  const runs = await timedRuns(laps.map(({ runId }) => runId));
  const split = laps.flatMap((lap) => {
    const run = runs.get(lap.runId);
    return run ? [phasesOf(lap, run)] : [];
  });
  const bySteps = new Map<string, number[]>();
  for (const { step, latencyMs } of [...runs.values()].flatMap(({ steps }) => steps))
    bySteps.set(step, [...(bySteps.get(step) ?? []), latencyMs]);
  return {
    ...Object.fromEntries(PHASES.map((phase) => [phase, latencyOf(split.map((phases) => phases[phase]))])),
    step: Object.fromEntries([...bySteps].map(([step, ms]) => [step, latencyOf(ms)])),
  };
};
