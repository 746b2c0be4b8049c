import { AppError } from '@/lib/core/errors';
import { deltasBench } from './bench/deltas';
import { faultsBench } from './bench/faults';
import { guardBench } from './bench/guard';
import { overheadBench } from './bench/overhead';
import { pipelineBench } from './bench/pipeline';
import type { Bench } from './bench/report';
import { reportOf, rowsOf } from './bench/report';
import { searchBench } from './bench/search';
import { streamBench } from './bench/stream';
import { command } from './command';

const BENCHES: ReadonlyMap<string, Bench> = new Map([
  ['pipeline', pipelineBench],
  ['overhead', overheadBench],
  ['deltas', deltasBench],
  ['faults', faultsBench],
  ['search', searchBench],
  ['guard', guardBench],
  ['stream', streamBench],
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
    const figures = await bench.run((line) => process.stderr.write(`… ${line}\n`));
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
