import { expect, test } from 'vitest';
import { brokenRules } from './source-rules';

const ENV = ['process', '.env'].join('');
const IGNORE = ['biome', '-ignore'].join('');

test('only lib/env.ts reads the environment', () => {
  expect(brokenRules('lib/db/client.ts', `const a = 1;\nconst url = ${ENV}.URL;`)).toEqual([
    expect.stringMatching(/^lib\/db\/client\.ts:2 .*lib\/env\.ts/),
  ]);
  expect(brokenRules('lib/env.ts', ENV)).toEqual([]);
});

test('every line that silences a check is named', () => {
  expect(brokenRules('app/page.tsx', `// ${IGNORE}\nok\n// ${IGNORE}`)).toHaveLength(2);
});

test('a skipped test is found in a test and not in a word of the product', () => {
  const skipped = ['test', '.skip('].join('');
  expect(brokenRules('lib/a.test.ts', skipped)).toHaveLength(1);
  expect(brokenRules('lib/a.ts', skipped)).toEqual([]);
});
