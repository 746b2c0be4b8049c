import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;

const run = (file: string, args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', file, ...args], (failure, out, err) =>
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, err }),
    );
  });

test.each(Object.entries(scripts))('npm run %s documents itself', async (_name, script) => {
  const file = /lib\/cli\/\S+/.exec(script)?.[0] ?? '';
  const { code, out } = await run(file, ['--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/Usage:/);
});

test('arguments that are wrong are said in a sentence, without a stack, with exit code 2', async () => {
  const { code, err } = await run('lib/cli/start.ts', ['--bogus']);
  expect(code).toBe(2);
  expect(err).toContain("Unknown option '--bogus'");
  expect(err).not.toContain('    at ');
});

test('a setting that is wrong ends the start in a sentence', async () => {
  const { code, err } = await run('lib/cli/start.ts', ['--port', '99999']);
  expect(code).toBe(1);
  expect(err).toBe('PORT must be a whole number from 0 to 65535.\n');
});
