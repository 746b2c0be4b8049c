import { AppError } from '@/lib/core/errors';
import { ensureClient } from '@/lib/db/generate';
import { CHECKS, runChecks } from './checks';
import { command } from './command';
import { progressOn } from './progress';

const NAMES = CHECKS.map(({ name }) => name);

await command({
  name: 'npm run check',
  about: 'Checks types, lint, floors, unused code and policies; each says how long it took.',
  options: {
    only: { type: 'string', value: 'NAMES', help: `some of ${NAMES.join(', ')}, separated by commas` },
  },
  run: async ({ values }) => {
    const only = values.only?.split(',').map((name) => name.trim()) ?? [];
    const unknown = only.find((name) => !NAMES.includes(name));
    if (unknown !== undefined)
      throw new AppError('invalid', `There is no check ${unknown}: choose from ${NAMES.join(', ')}.`);
    const { step } = progressOn(process.stdout);
    await step('Database client', ensureClient);
    const { passed, failed } = await runChecks(only, step, (text) => process.stdout.write(text));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed > 0 ? 1 : 0;
  },
});
