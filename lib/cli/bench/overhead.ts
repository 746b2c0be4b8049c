import { services } from '@/lib/use-cases/services';
import { loadScripts } from '@/prisma/seed/scripts';
import { withModelDesk } from './model-desk';
import { phaseFigures } from './phases';
import { type Lap, play } from './play';
import { type Bench, type Figures, latencyOf } from './report';

const CALL_MS = 300;
/** Triage, then the reply: the only calls that wait for each other. */
const CALLS = 2;
const AT_ONCE = [1, 50];
const TURNS = { 1: 60, 50: 400 } as const;
const WARM_UP = 10;
/** Runs wait for the model, not for the processor, so a worker takes many at once. */
const WORKER_CONCURRENCY = 64;

/** Share of steps that a model could answer and did: below 1 the chain fell back to the local engine. */
const answeredByModel = async (laps: readonly Lap[]): Promise<number> => {
  const { db } = await services();
  const steps = await db.runStep.findMany({
    where: { runId: { in: laps.map(({ runId }) => runId) }, step: { in: ['triage', 'resolve', 'pack'] } },
    select: { use: true },
  });
  const answered = steps.filter(({ use }) => (use as { engine?: string }).engine !== 'local');
  return steps.length === 0 ? 0 : answered.length / steps.length;
};

/** What Cuedesk adds to two calls of a language model: end to end, minus the calls. */
export const overheadBench: Bench = {
  run: async (say) => {
    return withModelDesk(say, { delayMs: CALL_MS }, async (desk) => {
      const scripts = await loadScripts();
      await desk.addWorker(WORKER_CONCURRENCY);
      await play(scripts, { atOnce: 1, turns: WARM_UP });
      const figures: Figures = {};
      for (const atOnce of AT_ONCE) {
        const turns = atOnce === 1 ? TURNS[1] : TURNS[50];
        say(`${turns} turns, ${atOnce} at once`);
        const { laps, lost, messages, seconds } = await play(scripts, { atOnce, turns });
        figures[`${atOnce} at once`] = {
          turns: laps.length,
          lost,
          turnsPerSecond: laps.length / seconds,
          messagesPerSecond: messages / seconds,
          byModel: await answeredByModel(laps),
          overhead: latencyOf(laps.map(({ totalMs }) => totalMs - CALLS * CALL_MS)),
          phase: await phaseFigures(laps),
        };
      }
      return figures;
    });
  },
};
