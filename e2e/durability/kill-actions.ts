import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { seededRandom } from '@/lib/core/random';
import { castSchema } from './actions/answers';
import { nothingSeen, workUntil } from './actions/people';
import { type Outcome, printed, report } from './actions/report';
import { openWebs, type Webs } from './actions/webs';

/**
 * What is lost or doubled when processes are killed while actions are approved and run: people at browsers approve, take back and decide
 * through several web processes while these and the worker get SIGKILL at random moments and are started again at once. Whoever hears
 * nothing asks again with the same key, or goes away. Then everything is counted. Run from the root of the repository:
 *
 *   node --import tsx e2e/durability/kill-actions.ts [--kills 20] [--seed 1] [--json]
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const whole = z.coerce.number().int().positive();
const kills = whole.parse(values.kills);
const random = seededRandom(whole.parse(values.seed));

const WEBS = 3;
const BROWSERS = 14;
const WORKER_CONCURRENCY = 4;
/** Every fourth kill is the worker's; a kill comes so long after the one before. */
const WORKER_EVERY = 4;
const BETWEEN_KILLS_MS = 3000;
const SETTLE_MS = 90_000;

const answerSchema = z.union([z.object({ answer: z.unknown() }), z.object({ failure: z.string() })]);

const answerOf = async (desk: ChildProcess): Promise<unknown> => {
  const [raw] = await once(desk, 'message');
  const said = answerSchema.parse(raw);
  if ('failure' in said) throw new Error(said.failure);
  return said.answer;
};

const ask = (desk: ChildProcess, orders: Record<string, unknown>): Promise<unknown> => {
  desk.send(orders);
  return answerOf(desk);
};

/** A worker that can be replaced. */
const startWorkers = (databaseUrl: string) => {
  const start = (): ChildProcess =>
    fork('lib/cli/bench/worker-process.ts', [databaseUrl, String(WORKER_CONCURRENCY)], {
      execArgv: ['--import', 'tsx'],
    });
  let worker = start();
  return {
    kill: async () => {
      const gone = once(worker, 'exit');
      worker.kill('SIGKILL');
      await gone;
      worker = start();
    },
    stop: async () => {
      if (worker.exitCode !== null) return;
      const gone = once(worker, 'exit');
      worker.kill('SIGTERM');
      await gone;
    },
  };
};
type Workers = ReturnType<typeof startWorkers>;

const killAtRandom = async (webs: Webs, workers: Workers) => {
  const killed = { webKills: 0, workerKills: 0, underWay: 0 };
  for (let n = 1; n <= kills; n += 1) {
    await sleep(random() * BETWEEN_KILLS_MS);
    if (n % WORKER_EVERY === 0) {
      await workers.kill();
      killed.workerKills += 1;
    } else {
      killed.underWay += await webs.kill();
      killed.webKills += 1;
    }
    process.stderr.write(`… killed ${n} of ${kills}\n`);
  }
  return killed;
};

const run = async (): Promise<Outcome> => {
  const desk = fork('lib/cli/bench/actions-desk.ts', [], { execArgv: ['--import', 'tsx'] });
  let workers: Workers | undefined;
  let webs: Webs | undefined;
  try {
    const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(await answerOf(desk));
    workers = startWorkers(databaseUrl);
    process.stderr.write('… customers write\n');
    const cast = castSchema.parse(await ask(desk, { do: 'cast' }));
    const open = openWebs(databaseUrl, WEBS, random);
    webs = open;
    const seen = nothingSeen();
    const room = { webs: open, cast, seen, random, done: [], waiting: [], failed: [] };
    let over = false;
    const began = performance.now();
    const browsers = Array.from({ length: BROWSERS }, () => workUntil(room, () => over));
    const killed = await killAtRandom(open, workers).finally(() => {
      over = true;
    });
    await Promise.all(browsers);
    await open.stop();
    const ended = performance.now();
    const settled = z.boolean().parse(await ask(desk, { do: 'settle', timeoutMs: SETTLE_MS }));
    return report({
      ...killed,
      seconds: (ended - began) / 1000,
      seen,
      settled,
      settleSeconds: (performance.now() - ended) / 1000,
      stored: await ask(desk, {
        do: 'count',
        acknowledged: [...seen.acknowledged].map(([key, action]) => ({ key, action })),
        abandoned: seen.abandoned,
      }),
    });
  } finally {
    await webs?.stop().catch(() => undefined);
    await workers?.stop();
    await ask(desk, { do: 'stop' }).catch(() => desk.kill('SIGTERM'));
  }
};

const outcome = await run();
process.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : printed(outcome));
process.exit(outcome.held ? 0 : 1);
