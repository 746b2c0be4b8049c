import { AppError } from '@/lib/core/errors';
import { ensureClient } from '@/lib/db/generate';
import { type Bench, reportOf, rowsOf } from './bench/report';
import { command } from './command';

/** Each is loaded when it runs: what it measures needs the database client, which a fresh checkout has to generate first. */
const BENCHES: ReadonlyMap<string, { about: string; load: () => Promise<Bench> }> = new Map([
  [
    'pipeline',
    {
      about:
        'a turn from acceptance to its cues stored and pushed, local engine, at 1, 8 and 32 at once, and where the time goes',
      load: async () => (await import('./bench/pipeline')).pipelineBench,
    },
  ],
  [
    'overhead',
    {
      about: 'a turn with a model that takes 300 ms a call, minus its two calls, at 1 and 50 at once',
      load: async () => (await import('./bench/overhead')).overheadBench,
    },
  ],
  [
    'deltas',
    {
      about: 'a streamed reply from the model to a console: delay of each piece that is shown',
      load: async () => (await import('./bench/deltas')).deltasBench,
    },
  ],
  [
    'faults',
    {
      about: 'each way a model endpoint can fail, by role: the typed outcome and the time to a usable answer',
      load: async () => (await import('./bench/faults')).faultsBench,
    },
  ],
  [
    'search',
    {
      about: 'knowledge search over 1, 10 and 50 thousand passages: building the index, and a query',
      load: async () => (await import('./bench/search')).searchBench,
    },
  ],
  [
    'guard',
    {
      about:
        'guardrails on drafts of 300 and 2,000 characters: the rules alone, and checking what a rep types, at 1 and 8 at once',
      load: async () => (await import('./bench/guard')).guardBench,
    },
  ],
  [
    'offers',
    {
      about: 'all offers for one customer, clause by clause: the 32 that ship, and 200 made from them',
      load: async () => (await import('./bench/offers')).offersBench,
    },
  ],
  [
    'stream',
    {
      about: '1000 events from 8 writers to 1, 100 and 1000 consoles of a process: loss, order, delay',
      load: async () => (await import('./bench/stream')).streamBench,
    },
  ],
]);

await command({
  name: 'npm run bench',
  about: 'Measures how fast Cuedesk is on this machine. Milliseconds unless a figure says otherwise.',
  positionals: ['NAME'],
  options: { json: { type: 'boolean', help: 'print one JSON object' } },
  notes: [
    'NAME is one of:',
    ...[...BENCHES].map(([name, { about }]) => `  ${name.padEnd(10)}${about}`),
    '',
    'Each that needs a database makes one in a temporary folder, and leaves nothing behind.',
  ],
  run: async ({ values, positionals }) => {
    const [name, ...more] = positionals;
    const bench = name === undefined || more.length > 0 ? undefined : BENCHES.get(name);
    if (!bench || name === undefined)
      throw new AppError('invalid', `Name one bench: ${[...BENCHES.keys()].join(', ')} (--help says more).`);
    await ensureClient();
    const { run } = await bench.load();
    const figures = await run((line) => process.stderr.write(`… ${line}\n`));
    const report = reportOf(name, figures, new Date());
    if (values.json) {
      process.stdout.write(`${JSON.stringify(report)}\n`);
      return 0;
    }
    const { cores, memoryGb, node } = report.machine;
    console.log(`${name}, ${cores} cores, ${memoryGb} GB, Node ${node}, ${report.at}`);
    console.table(rowsOf(report.figures));
    return 0;
  },
});
