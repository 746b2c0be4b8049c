import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/core/errors';
import type { Shutdown } from './shutdown';
import { sourceHash } from './source-hash';
import { runTool } from './tool';

const STAMP = '.next/cuedesk-source-hash';
const BUILD_ID = '.next/BUILD_ID';

const isFresh = async (hash: string): Promise<boolean> =>
  existsSync(BUILD_ID) && existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === hash;

/** Builds the application when the build is missing or older than its sources, or when `force` is set. Returns whether it did. */
export const ensureBuild = async (
  { force = false, shutdown }: { force?: boolean; shutdown?: Shutdown },
  detail: (line: string) => void,
): Promise<boolean> => {
  const hash = await sourceHash();
  if (!force && (await isFresh(hash))) return false;
  detail('compiling, which takes a minute the first time');
  const { code, output } = await runTool('next', 'next', ['build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    onSpawn: (child) => shutdown?.onStop(() => child.kill('SIGTERM')),
  });
  if (code !== 0)
    throw new AppError('internal', `The build failed:\n${output.trim().split('\n').slice(-30).join('\n')}`);
  await writeFile(join(process.cwd(), STAMP), hash);
  return true;
};
