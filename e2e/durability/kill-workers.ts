import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { seededRandom } from '@/lib/core/random';
import { type Outcome, printed, report } from './report';

/**
 * What is lost when workers are killed: dialogues go in at full speed while the worker gets SIGKILL at random moments and is started
 * again at once. Then everything that was accepted is looked for. Run from the root of the repository:
 *
 *   node --import tsx e2e/durability/kill-workers.ts FILE [--dialogues 110] [--kills 20] [--seed 1] [--json]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dialogues: { type: 'string', default: '110' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const whole = z.coerce.number().int().positive();
const [file] = z.tuple([z.string()]).parse(positionals);
const dialogues = whole.parse(values.dialogues);
const kills = whole.parse(values.kills);
const random = seededRandom(whole.parse(values.seed));

const SENDERS = 4;
const WORKER_CONCURRENCY = 8;
/** Every fourth worker dies while it starts, the others so long after they began to work. */
const STARTING_LIFE_MS = 1200;
const WORKING_LIFE_MS = 2500;
/** A claim holds for 15 seconds after its worker died; several in a row may have to run out. */
const SETTLE_MS = 180_000;

const start = (script: string, ...args: string[]): ChildProcess =>
  fork(`lib/cli/bench/${script}`, args, { execArgv: ['--import', 'tsx'] });

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

const replayedSchema = z.object({
  sent: z.number(),
  accepted: z.number(),
  failures: z.record(z.string(), z.number()),
});

/** Sends the file again and again, under another name each time, until `isOver`; the sums of all rounds. */
const replayUntil = async (desk: ChildProcess, isOver: () => boolean) => {
  const sum = { rounds: 0, sent: 0, accepted: 0, refused: 0 };
  do {
    const answer = await ask(desk, {
      do: 'replay',
      file,
      limit: dialogues,
      concurrency: SENDERS,
      tag: `round-${sum.rounds}`,
    });
    const { sent, accepted, failures } = replayedSchema.parse(answer);
    sum.rounds += 1;
    sum.sent += sent;
    sum.accepted += accepted;
    sum.refused += Object.values(failures).reduce((total, count) => total + count, 0);
  } while (!isOver());
  return sum;
};

const killWorkers = async (databaseUrl: string): Promise<ChildProcess> => {
  const startWorker = (): ChildProcess => start('worker-process.ts', databaseUrl, String(WORKER_CONCURRENCY));
  let worker = startWorker();
  for (let killed = 0; killed < kills; killed++) {
    const whileStarting = killed % 4 === 3;
    if (!whileStarting) await once(worker, 'message');
    await sleep(random() * (whileStarting ? STARTING_LIFE_MS : WORKING_LIFE_MS));
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    worker = startWorker();
    await gone;
    process.stderr.write(`… killed ${killed + 1} of ${kills}\n`);
  }
  return worker;
};

const run = async (): Promise<Outcome> => {
  const desk = start('durability-desk.ts');
  let worker: ChildProcess | undefined;
  try {
    const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(await answerOf(desk));
    let over = false;
    const killing = killWorkers(databaseUrl).finally(() => {
      over = true;
    });
    const [replayed, last] = await Promise.all([replayUntil(desk, () => over), killing]);
    worker = last;
    const began = performance.now();
    const settled = z.boolean().parse(await ask(desk, { do: 'settle', timeoutMs: SETTLE_MS }));
    const settleSeconds = (performance.now() - began) / 1000;
    return report({ kills, settled, settleSeconds, replayed, stored: await ask(desk, { do: 'count' }) });
  } finally {
    worker?.kill('SIGTERM');
    if (worker && worker.exitCode === null) await once(worker, 'exit');
    await ask(desk, { do: 'stop' }).catch(() => desk.kill('SIGTERM'));
  }
};

const outcome = await run();
process.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : printed(outcome));
process.exit(outcome.held ? 0 : 1);
