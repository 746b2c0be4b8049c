import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenRules } from './source-rules';
import { runCommand, runTool, type ToolResult } from './tool';

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'e2e'];

const sources = async (): Promise<string[]> =>
  (
    await Promise.all(
      FOLDERS.map(async (folder) =>
        (
          await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
        )
          .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name)),
      ),
    )
  )
    .flat()
    .filter((file) => !file.startsWith('lib/db/generated/'));

const checkSources = async (): Promise<ToolResult> => {
  const broken = (
    await Promise.all((await sources()).map(async (file) => brokenRules(file, await readFile(file, 'utf8'))))
  ).flat();
  return { code: broken.length > 0 ? 1 : 0, output: broken.join('\n') };
};

/** What `npm run check` checks, quickest first. */
export const CHECKS: readonly { name: string; title: string; run: () => Promise<ToolResult> }[] = [
  { name: 'sources', title: 'Sources keep the rules no linter knows', run: checkSources },
  {
    name: 'lint',
    title: 'Lint and format',
    run: () => runTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']),
  },
  {
    name: 'floors',
    title: 'Floors',
    run: () =>
      runTool('dependency-cruiser', 'depcruise', [
        '-c',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err-long',
        ...FOLDERS,
      ]),
  },
  { name: 'policies', title: 'Policies', run: () => runCommand('policies-check.ts', []) },
  {
    name: 'unused',
    title: 'Unused files, exports and packages',
    run: () => runTool('knip', 'knip', ['--no-progress']),
  },
  { name: 'types', title: 'Types', run: () => runTool('typescript', 'tsc', ['--noEmit', '-p', '.']) },
];

/** Runs checks and returns how many passed and failed. */
export const runChecks = async (
  only: readonly string[],
  step: <T>(title: string, work: () => Promise<T>) => Promise<T>,
  say: (text: string) => void,
): Promise<{ passed: number; failed: number }> => {
  const chosen = CHECKS.filter(({ name }) => only.length === 0 || only.includes(name));
  let failed = 0;
  for (const { title, run } of chosen) {
    try {
      await step(title, async () => {
        const { code, output } = await run();
        if (code !== 0) throw new Error(output.trim());
      });
    } catch (thrown) {
      failed++;
      say(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n`);
    }
  }
  return { passed: chosen.length - failed, failed };
};
