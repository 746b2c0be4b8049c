import { AppError } from '@/lib/core/errors';
import { ensureClient } from '@/lib/db/generate';
import { command } from './command';
import { progressOn } from './progress';
import { sentenceOf } from './sentences';
import { SUITES, type Tally } from './suites';

const NAMES = SUITES.map(({ name }) => name);

await command({
  name: 'npm test',
  about:
    'Runs every check and test: types, lint, floors, policies; unit and integration tests; browser journeys on a build.',
  options: {
    only: { type: 'string', value: 'NAMES', help: `some of ${NAMES.join(', ')}, separated by commas` },
  },
  notes: [
    'Tests with a database start a PostgreSQL of their own. The last line is the total; the exit code is 1 when anything failed.',
  ],
  run: async ({ values }) => {
    const only = values.only?.split(',').map((name) => name.trim()) ?? NAMES;
    const unknown = only.find((name) => !NAMES.some((known) => known === name));
    if (unknown !== undefined)
      throw new AppError('invalid', `There is no suite ${unknown}: choose from ${NAMES.join(', ')}.`);
    const progress = progressOn(process.stdout);
    const say = (text: string) => process.stdout.write(text);
    await progress.step('Database client', ensureClient);
    const total: Tally = { passed: 0, failed: 0 };
    for (const { name, run } of SUITES) {
      if (!only.includes(name)) continue;
      say(`\n── ${name} ──\n`);
      // One suite that cannot run must not hide what the others find.
      const { passed, failed } = await run(progress, say).catch((thrown: unknown) => {
        say(`${sentenceOf(thrown)}\n`);
        return { passed: 0, failed: 1 };
      });
      say(`${name}: ${passed} passed, ${failed} failed\n`);
      total.passed += passed;
      total.failed += failed;
    }
    say(`\n${total.passed} passed, ${total.failed} failed\n`);
    return total.failed > 0 ? 1 : 0;
  },
});
