import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runChecks } from './checks';
import { findChromium } from './chromium';
import { ensureBuild } from './next-build';
import type { Progress } from './progress';
import { runTool } from './tool';

export interface Tally {
  passed: number;
  failed: number;
}

/** One part of `npm test`. */
export interface Suite {
  name: 'check' | 'unit' | 'browser';
  run(progress: Progress, say: (text: string) => void): Promise<Tally>;
}

/** Runs a test runner that leaves a report, shows what it says, and counts. A runner that fails without a failed test counts as one. */
const counted = async <T>(
  run: (report: string) => Promise<{ code: number }>,
  schema: z.ZodType<T>,
  count: (report: T) => Tally,
): Promise<Tally> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-report-'));
  try {
    const report = join(folder, 'report.json');
    const { code } = await run(report);
    const text = await readFile(report, 'utf8').catch(() => null);
    const tally = text === null ? { passed: 0, failed: 0 } : count(schema.parse(JSON.parse(text)));
    const silent = tally.failed === 0 && (code !== 0 || text === null);
    return silent ? { ...tally, failed: 1 } : tally;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

export const SUITES: readonly Suite[] = [
  { name: 'check', run: ({ step }, say) => runChecks([], step, say) },
  {
    name: 'unit',
    run: () =>
      counted(
        (report) =>
          runTool(
            'vitest',
            'vitest',
            [
              'run',
              '--config',
              '.config/vitest.config.ts',
              '--reporter=default',
              '--reporter=json',
              `--outputFile.json=${report}`,
            ],
            { show: true },
          ),
        vitestReport,
        ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
      ),
  },
  {
    name: 'browser',
    run: async ({ step }) => {
      await step('Build', (detail) => ensureBuild({}, detail));
      const chromium = await step('Chromium', findChromium);
      return counted(
        (report) =>
          runTool(
            '@playwright/test',
            'playwright',
            ['test', '--config', '.config/playwright.config.ts', '--reporter=list,json'],
            {
              show: true,
              env: {
                PLAYWRIGHT_CHROMIUM: chromium,
                PLAYWRIGHT_JSON_OUTPUT_NAME: report,
                PLAYWRIGHT_JSON_OUTPUT_FILE: report,
              },
            },
          ),
        playwrightReport,
        // What passes only at the second try has not passed.
        ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
      );
    },
  },
];
