import { loadScripts } from '@/prisma/seed/scripts';
import { withDesk } from './desk';
import { phaseFigures } from './phases';
import { play } from './play';
import type { Bench, Figures } from './report';
import { latencyOf } from './report';

const AT_ONCE = [1, 8, 32];
const WARM_UP = 20;
const TURNS = 250;
const WORKER_CONCURRENCY = 8;

/** A customer's turn from being handed to `receiveMessage` to its cues on a console; local engine, one worker process. */
export const pipelineBench: Bench = {
  run: (say) =>
    withDesk(say, async (desk) => {
      const scripts = await loadScripts();
      await desk.addWorker(WORKER_CONCURRENCY);
      await play(scripts, { atOnce: 1, turns: WARM_UP });
      const figures: Figures = {};
      for (const atOnce of AT_ONCE) {
        say(`${TURNS} turns, ${atOnce} at once`);
        const { laps, lost, messages, seconds } = await play(scripts, { atOnce, turns: TURNS });
        figures[`${atOnce} at once`] = {
          turns: laps.length,
          lost,
          turnsPerSecond: laps.length / seconds,
          messagesPerSecond: messages / seconds,
          ...latencyOf(laps.map(({ totalMs }) => totalMs)),
          phase: await phaseFigures(laps),
        };
      }
      return figures;
    }),
};
